import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {serveSite, type ServedSite} from "../../src/site/serveSite.js";
import {writeServiceWorker} from "../../src/site/writeServiceWorker.js";
import {launchBrowser} from "./browser.js";
import {waitUntilKept} from "./offlineVisit.js";

const folder = mkdtempSync(join(tmpdir(), "workbench-offline-"));
let browser: Browser;
let site: ServedSite;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, {recursive: true});
});

/** Writes a site of one page and one file of data, both of which say the number. */
function writeSite(number: number): void {
  const hash = String(number).padStart(8, "0");
  rmSync(folder, {recursive: true});
  mkdirSync(join(folder, "_file/data"), {recursive: true});
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, `_file/data/n.${hash}.json`), `${number}`);
  writeFileSync(join(folder, "data/n.json"), `${number}`);
  writeFileSync(join(folder, "unseen.html"), "<title>Unseen | Site</title>");
  writeFileSync(
    join(folder, "index.html"),
    `<!DOCTYPE html><title>Number | Site</title><main id="observablehq-main"><p>page ${number}</p><p id="data"></p></main>
     <script type="module">
       navigator.serviceWorker.addEventListener("message", ({data}) => (window.keptAt = data.keptAt));
       data.textContent = await (await fetch("_file/data/n.${hash}.json")).text();
       await navigator.serviceWorker.register("service-worker.js");
       const {active} = await navigator.serviceWorker.ready;
       active.postMessage({loaded: [location.href, new URL("_file/data/n.${hash}.json", location.href).href]});
     </script>`
  );
  writeServiceWorker(folder);
}

async function shown(): Promise<string> {
  await page.waitForFunction(() => document.querySelector("#data")?.textContent);
  return (await page.locator("main > p").allInnerTexts()).join(", ");
}

const serve = async (port = 0) => (site = await serveSite(folder, {base: "/below/", port}));
const port = () => Number(new URL(site.url).port);
const keptPaths = () =>
  page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]!);
    return (await cache.keys()).map(({url}) => url.slice(url.indexOf("/below/") + 7)).sort();
  });

it("keeps a page and its data after the first visit, and shows them with a note when the connection is cut", async () => {
  writeSite(1);
  await serve();
  await page.goto(site.url);
  expect(await shown()).toBe("page 1, 1");
  await waitUntilKept(page);
  await site.close();
  await page.goto(`${site.url}?state=MA`);
  expect(await shown()).toBe("page 1, 1");
  expect(await page.innerText(".offline-note")).toMatch(
    /^No connection\. You see the state of \w+ \d+, \d{4}/
  );
});

it("says why a page that was never visited does not open, and names those that do", async () => {
  const response = await page.goto(`${site.url}unseen`);
  expect(response!.fromServiceWorker()).toBe(true);
  expect(await page.innerText("h1")).toBe("No connection, and no copy of this page");
  expect(await page.innerText("li")).toContain("Number");
});

it("keeps the copy it has when the line breaks in the middle of a newer page", async () => {
  const broken = createServer((_, response) => {
    response.writeHead(200, {"content-type": "text/html", "content-length": "1000"});
    response.write("<title>half");
    setTimeout(() => response.destroy(), 100);
  });
  await new Promise<void>((resolve) => broken.listen(port(), "127.0.0.1", resolve));
  await page.goto(site.url, {waitUntil: "commit"}).catch(() => undefined);
  await new Promise((resolve) => broken.close(resolve));
  await page.goto(site.url);
  expect(await shown()).toBe("page 1, 1");
});

it("never shows a kept page or number where the network gives a newer one", async () => {
  writeSite(2);
  await serve(port());
  await page.goto(site.url);
  expect(await shown()).toBe("page 2, 2");
  expect(await page.locator(".offline-note").count()).toBe(0);
});

it("lets a new build take over once no page of the old one is open, and drops the old one’s files", async () => {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration!.update();
  });
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting?.state === "installed";
  });
  expect(await keptPaths()).toContain("_file/data/n.00000001.json");
  await page.goto("about:blank");
  await page.goto(site.url);
  await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration())?.waiting);
  await expect.poll(keptPaths).toEqual(["", "_file/data/n.00000002.json"]);
});

it("brings what is kept up to date when a new build is noticed, so that it opens without a connection", async () => {
  writeSite(3);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  await expect.poll(keptPaths).toContain("_file/data/n.00000003.json");
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null);
  await site.close();
  await page.reload();
  expect(await shown()).toBe("page 3, 3");
});

it("gives parts of a file that were read before, and says of what day data without a hash in its name is", async () => {
  await serve(port());
  await page.reload();
  const read = () =>
    page.evaluate(async () => {
      const part = await fetch("_file/data/n.00000003.json", {headers: {range: "bytes=0-0"}});
      return [part.status, await part.text(), await (await fetch("data/n.json")).text()];
    });
  expect(await read()).toEqual([206, "3", "3"]);
  await expect.poll(keptPaths).toContain("data/n.json");
  await site.close();
  expect(await read()).toEqual([206, "3", "3"]);
  await page.waitForFunction(() => Boolean((window as unknown as {keptAt?: string}).keptAt));
});
