import {type ChildProcess, spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {makeSmallProject} from "../smallProject.js";
import {launchBrowser} from "./browser.js";

const project = mkdtempSync(join(tmpdir(), "workbench-preview-"));
const report = join(project, "reports/index.md");
/** A cell that needs a moment, so that what follows it has the time to go. */
const cell = (words: string) =>
  `\`\`\`js\nawait new Promise((done) => setTimeout(done, 200));\ndisplay(html\`<p>${words}</p>\`);\n\`\`\`\n`;
const tall = '<div style="height: 4000px"></div>\n';
const loader = join(project, "data-loaders/state-summary.json.sql");
const mart = join(project, "sql/marts/state_summary.sql");
const source = join(project, "sources/master_directory.json");
const [ownJson, ownCsv] = [join(project, "reports/own.json"), join(project, "reports/own.csv")];
/** A whole build of the fixtures, on a busy machine. */
const BUILD_MS = 120_000;

let preview: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  makeSmallProject(project, inject("fixtureState"), {ownSelects: true});
  const shown =
    '```js\nconst rows = await FileAttachment("data/state-summary.json").json();\n```\n\n```js\ndisplay(html`<p>${JSON.stringify(rows)}</p>`);\n```\n';
  const own = ["json()", "csv({typed: true})"].map(
    (read) =>
      `\`\`\`js\ndisplay(html\`<p>\${JSON.stringify(await FileAttachment("own.${read.slice(0, read.indexOf("("))}").${read})}</p>\`);\n\`\`\`\n\n`
  );
  writeFileSync(ownJson, '[{"beds": 11}]');
  writeFileSync(ownCsv, "rooms\n12\n");
  writeFileSync(report, `# One page\n\n${cell("as it was")}\n${tall}\n${shown}\n${own.join("")}${tall}`);
  const port = await freePort();
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("WORKBENCH_"))
  );
  preview = spawn(process.execPath, ["src/cli/workbench.js", "dev", "--port", String(port)], {
    cwd: project,
    env,
    stdio: ["ignore", "pipe", "inherit"]
  });
  await new Promise<void>((resolve, reject) => {
    preview.stdout!.on("data", (chunk: Buffer) => chunk.includes(`:${port}/`) && resolve());
    preview.on("close", (code) => reject(new Error(`the preview ended with ${code}`)));
  });
  browser = await launchBrowser();
  page = await browser.newPage({viewport: {width: 1000, height: 700}});
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByText("as it was").waitFor();
  await page.locator("html.was-shown").waitFor({state: "attached"});
});
afterAll(async () => {
  await browser?.close();
  if (preview?.exitCode === null) {
    preview.kill("SIGTERM");
    await new Promise((resolve) => preview.once("close", resolve));
  }
  rmSync(project, {recursive: true});
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Changes a file and returns how long the page took to show the given words, in ms. */
async function msUntilShown(
  file: string,
  [from, to]: [string, string],
  words: string | RegExp
): Promise<number> {
  const start = performance.now();
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
  await page.getByText(words).waitFor({state: "attached"});
  return performance.now() - start;
}

it("says that the warehouse is being built after a change of the data, and then shows it without losing the place", async () => {
  await page.evaluate(() => scrollTo(0, 2500));
  const toNotice = await msUntilShown(
    source,
    ['"capacity": "8"', '"capacity": "908"'],
    "being built from the sources"
  );
  await page.getByText(/"bed_count":9\d\d\b/).waitFor({state: "attached", timeout: BUILD_MS});
  await page.locator(".preview-faults").waitFor({state: "hidden"});
  console.log(`  said after ${Math.round(toNotice)} ms`);
  expect(await page.evaluate(() => scrollY)).toBe(2500);
});

it.each([
  ["a cell", report, ["as it was", "as it is now"], "as it is now"],
  ["Markdown", report, ["# One page", "# Another page"], "Another page"],
  ["a JSON file beside the page", ownJson, ["11", "1111"], '[{"beds":1111}]'],
  ["a CSV file beside the page", ownCsv, ["12", "1212"], '[{"rooms":1212}]'],
  ["a SELECT", loader, ["select", "select 1 as one_more_column,"], "one_more_column"],
  ["a mart", mart, ["counts.bed_count", "40404 as bed_count"], '"bed_count":40404']
] as const)("shows a change of %s without losing the place in the page", async (_, file, change, words) => {
  await page.evaluate(() => scrollTo(0, 2500));
  const took = await msUntilShown(file, [...change], words);
  console.log(`  shown after ${Math.round(took)} ms`);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(2500);
});

it("names file and line of a mart that does not bind, and shows the last good numbers meanwhile", async () => {
  const good = readFileSync(mart, "utf8");
  const line = good.split("\n").findIndex((text) => text.includes("counts.city_count")) + 1;
  await msUntilShown(mart, ["counts.city_count", "counts.town_count"], "sql/marts/state_summary.sql");
  const fault = await page.locator(".preview-faults").innerText();
  expect(fault).toContain("town_count");
  expect(fault).toContain(`LINE ${line}:`);
  await msUntilShown(report, ["# Another page", "# A page of old numbers"], "A page of old numbers");
  await page.waitForTimeout(2000);
  expect(await page.locator(".preview-faults").innerText()).toBe(fault);
  expect(await page.getByText('"bed_count":40404').count()).toBe(1);
  writeFileSync(mart, good);
  await page.locator(".preview-faults").waitFor({state: "hidden"});
});

it("names a check that fails and its rows, and shows the last good numbers meanwhile", async () => {
  const check = join(project, "sql/checks/added.sql");
  const header = "-- severity: error\n-- table: marts.state_summary\n-- because: there are no beds\n";
  writeFileSync(check, `${header}select state, bed_count from marts.state_summary where bed_count > 40000`);
  await page.getByText("error: added").waitFor();
  expect(await page.locator(".preview-faults").innerText()).toContain('"bed_count":40404');
  rmSync(check);
  await page.locator(".preview-faults").waitFor({state: "hidden"});
  await msUntilShown(mart, ["40404", "40405"], '"bed_count":40405');
});
