import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Config} from "../../src/config.js";
import {ensureWarehouse} from "../../src/pipeline/ensureWarehouse.js";
import {buildSite} from "../../src/site/buildSite.js";
import {serveSite} from "../../src/site/serveSite.js";
import type {Warehouse} from "../../src/warehouse/open.js";
import {launchBrowser} from "../site/browser.js";
import {openPage} from "../site/openPage.js";
import {builtPages, linkedReports} from "../site/testSite.js";

const FOLDER = ".workbench/test-hostile-site";
const STRIKE = "globalThis.struck=1";

/** Texts that run a script wherever a page forgets that they are text. */
const PAYLOADS = [
  `<script>${STRIKE}</script>`,
  `<img src=x onerror="${STRIKE}">`,
  `"><svg onload="${STRIKE}">`,
  `'); ${STRIKE}; ('`,
  `\${${STRIKE}}`,
  `</script><script>${STRIKE}</script>`,
  `javascript:${STRIKE}`,
  `[click](javascript:${STRIKE})`,
  `=HYPERLINK("javascript:${STRIKE}","click")`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  "+1+1",
  "-1+1"
];

const RECORDS = PAYLOADS.map((text, i) => ({
  id: i === 0 ? text : `H${i}`,
  name: `${text} Zzz ${i}`,
  street: text,
  city: text,
  state: "MA",
  zip: "02139",
  county: text,
  phone: `617-555-01${String(i).padStart(2, "0")} ${text}`,
  email: text,
  website: i % 2 ? text : `http://example.org/?q=${encodeURIComponent(text)}`,
  services: [text, "Detoxification"],
  certifications: [text],
  operator: text,
  data_source: text,
  last_updated: text
}));

let site: {url: string; output: string; warehouse: Warehouse; close(): Promise<void>};
let browser: Browser;

beforeAll(async () => {
  const sources = join(FOLDER, "sources");
  rmSync(sources, {recursive: true, force: true});
  mkdirSync(sources, {recursive: true});
  cpSync("test/fixtures/sources", sources, {recursive: true});
  writeFileSync(join(sources, "hostile.json"), JSON.stringify(RECORDS));
  const fields = Object.fromEntries(Object.keys(RECORDS[0]!).map((key) => [key, key]));
  writeFileSync(
    join(sources, "hostile.mapping.json"),
    JSON.stringify({fields: {...fields, type: {constant: "treatment_centers"}}})
  );
  const config: Config = {sources, state: join(FOLDER, "state"), reference: null, database: "production"};
  const warehouse = await ensureWarehouse(config);
  const paths = {reports: linkedReports(join(FOLDER, "reports")), output: join(FOLDER, "site")};
  const {output} = await buildSite(config, warehouse, {paths});
  const {url, close} = await serveSite(output, {base: "/pages/workbench/"});
  site = {url, output, warehouse, close};
  browser = await launchBrowser();
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  site?.warehouse.close();
});

/** Asserts that nothing of a source ran or could run on the page. */
async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    struck: (globalThis as unknown as {struck?: number}).struck ?? null,
    links: Array.from(document.querySelectorAll("[href], [src], [action]"))
      .flatMap((node) => ["href", "src", "action"].map((name) => node.getAttribute(name) ?? ""))
      .filter((address) => /^\s*(javascript|data:text|vbscript)/i.test(address)),
    handlers: Array.from(document.querySelectorAll("*"))
      .filter((node) => node.getAttributeNames().some((name) => name.startsWith("on")))
      .map((node) => node.outerHTML.slice(0, 120))
  }));
  expect(found).toEqual({struck: null, links: [], handlers: []});
}

describe("a site of hostile records", () => {
  it("loads them all: what follows is tested on what the pages really get", async () => {
    const [row] = await site.warehouse.rows(
      "select count(*)::integer as n from meta.ledger where file = 'hostile.json' and disposition = 'loaded'"
    );
    expect(row!.n).toBe(RECORDS.length);
  });

  it("runs none of their scripts and renders none of their addresses, on any page", async () => {
    for (const path of builtPages(site.output)) {
      const {page, complaints} = await openPage(browser, site.url + path);
      await expectInert(page);
      expect([path, complaints.filter((text) => text.startsWith("uncaught"))]).toEqual([path, []]);
      await page.close();
    }
  }, 300_000);

  it("shows them as text in the explorer’s list and panel, and downloads them as cells that no spreadsheet runs", async () => {
    const {page} = await openPage(browser, `${site.url}explorer?q=zzz`);
    await page.waitForFunction(
      (count) => document.querySelector(".match-count")?.textContent?.startsWith(`${count} of `),
      RECORDS.length
    );
    expect(await page.textContent("body")).toContain(`<script>${STRIKE}</script> Zzz 0`);
    await expectInert(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("text=Download these as CSV")
    ]);
    const text = readFileSync((await download.path())!, "utf8");
    expect(text).toContain("Zzz");
    const starts = text.replace(/^\uFEFF/, "").match(/(?:^|,|\r\n)"?[=+\-@\t][^,\r\n]*/g) ?? [];
    // Negative coordinates are numbers, not formulas.
    expect(starts.filter((cell) => !/^[,\r\n"]*-?\d+(\.\d+)?$/.test(cell))).toEqual([]);
    for (const id of ["H1", "H6", "H8"]) {
      await page.goto(`${site.url}explorer?id=${id}`);
      await page.waitForSelector("dialog[open]");
      await page.waitForTimeout(300);
      expect(await page.textContent("dialog[open]")).toContain("Zzz");
      await expectInert(page);
    }
    await page.close();
  }, 120_000);
});
