import type {Browser, Page} from "playwright-core";
import {beforeAll, describe, expect, it} from "vitest";
import {accessibilityFaults, openPage} from "./openPage.js";
import type {TestSite} from "./testSite.js";

const ENGINE_MS = 60_000;

let site: TestSite;
let browser: Browser;

/** Describes what the controls of the pages do; `opened` gives the site and the browser once they are there. */
export function describeControls(opened: () => {site: TestSite; browser: Browser}): void {
  beforeAll(() => {
    ({site, browser} = opened());
  });
  describe("the explorer", describeExplorer);
  describe("the notebook", describeNotebook);
  describe("the search", describeSearch);
  describe("the dictionary", describeDictionary);
  describe("the address", describeAddress);
}

const countText = (page: Page, count: number) =>
  page.waitForFunction(
    (text) => document.querySelector(".match-count")?.textContent?.startsWith(`${text} of `),
    count.toLocaleString("en-US")
  );

async function countOf(condition: string): Promise<number> {
  const [row] = await site.warehouse.rows<{n: number}>(
    `select count(*)::integer as n from main.organizations where ${condition}`
  );
  return row!.n;
}

function describeExplorer(): void {
  it("lists what the address asks for, as many as the warehouse holds", async () => {
    const {page, complaints} = await openPage(browser, `${site.url}explorer?state=MA&type=narr_residences`);
    await countText(page, await countOf("address_state = 'MA' and organization_type = 'narr_residences'"));
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("finds every word of a search in name, city, state or ZIP code, and keeps it in the address", async () => {
    const {page} = await openPage(browser, `${site.url}explorer`);
    await page.fill("input[name=q]", "recovery ca");
    const text = "lower(concat_ws(' ', name, address_city, address_state, address_zip))";
    await countText(page, await countOf(`contains(${text}, 'recovery') and contains(${text}, 'ca')`));
    expect(new URL(page.url()).searchParams.get("q")).toBe("recovery ca");
    const ms = await page.getAttribute(".match-count", "data-ms");
    process.stdout.write(`from a word typed to list and map drawn: ${ms} ms\n`);
    await page.close();
  });

  it("filters by a service, and clears", async () => {
    const [service] = await site.warehouse.rows<{name: string; n: number}>(
      `select service_name as name, count(*)::integer as n
       from main.organization_services join main.services on id = service_id
       where kind = 'service' group by service_name order by n desc, name limit 1`
    );
    const {page} = await openPage(browser, `${site.url}explorer`);
    await page.selectOption("select[name=service]", service!.name);
    await countText(page, service!.n);
    await page.click("button[type=reset]");
    await countText(page, await countOf("true"));
    expect(new URL(page.url()).search).toBe("");
    await page.close();
  });

  it("orders what lies within a distance of a ZIP code by that distance", async () => {
    const {page} = await openPage(browser, `${site.url}explorer?zip=90012&miles=50`);
    const items = await page.$$eval(".matches li", (list) => list.map((item) => item.textContent ?? ""));
    const miles = items.map((text) => Number(/([\d.]+) mi\b/.exec(text)?.[1]));
    expect(miles.length).toBeGreaterThan(1);
    expect(miles).toEqual([...miles].sort((a, b) => a - b));
    expect(miles.every((distance) => distance <= 50)).toBe(true);
    await page.close();
  });

  it("opens an organization with its provenance, and back and forward close and open it", async () => {
    const {page} = await openPage(browser, `${site.url}explorer?state=TX`);
    const name = await page.innerText(".matches a");
    await page.click(".matches a");
    await page.waitForSelector("dialog[open] .organization");
    const id = new URL(page.url()).searchParams.get("id")!;
    const [record] = await site.warehouse.rows<{name: string; sha256: string}>(
      "select name, sha256 from main.organizations join meta.ledger using (record_id) where id = $id",
      {id}
    );
    const panel = await page.innerText("dialog");
    expect(panel).toContain(name);
    expect(panel).toContain(record!.name);
    expect(panel).toContain(record!.sha256);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    await page.waitForSelector("dialog:not([open])", {state: "attached"});
    await page.goForward();
    await page.waitForSelector("dialog[open] .organization");
    await page.close();
  });
}

function describeAddress(): void {
  it("keeps the words of a search, and the pair and the place that are looked at", async () => {
    const {page, complaints} = await openPage(browser, `${site.url}operations`);
    const search = page.locator("#observablehq-main input[type=search]");
    await search.fill("clinic");
    await page.waitForURL(/[?&]q=clinic$/);
    await page.reload();
    await search.waitFor();
    expect(await search.inputValue()).toBe("clinic");
    await page.goto(`${site.url}duplicates`);
    for (const [label, name] of [
      ["Pair, closest to the threshold first", "pair"],
      ["Place, doubtful and large ones first", "place"]
    ] as const) {
      const select = page.getByLabel(label);
      await select.selectOption({index: 3});
      const chosen = await select.locator("option:checked").innerText();
      await page.waitForURL(new RegExp(`[?&]${name}=[^&]`));
      await page.reload();
      await select.waitFor();
      expect(await select.locator("option:checked").innerText()).toBe(chosen);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("says so where it names an organization that is not listed", async () => {
    const {page, complaints} = await openPage(browser, `${site.url}explorer?id=LEFT_LONG_AGO`);
    await page.waitForSelector("dialog[open] .organization");
    expect(await page.innerText("dialog")).toContain("no organization with the id LEFT_LONG_AGO");
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => url.search === "");
    expect(complaints).toEqual([]);
    await page.close();
  });
}

function describeNotebook(): void {
  it(
    "runs SQL over the snapshots, under the policy, and gives the warehouse’s numbers",
    async () => {
      const sql = "select state, count(*) as n from directory_index where state = 'TX' group by state";
      const {page, complaints} = await openPage(browser, `${site.url}notebook?${new URLSearchParams({sql})}`);
      await page.waitForSelector(".notebook-output table", {timeout: ENGINE_MS});
      const cells = await page.$$eval(".notebook-output tbody tr > *", (list) =>
        list.map((cell) => cell.textContent)
      );
      const count = await countOf("address_state = 'TX'");
      expect(cells).toEqual(["TX", count.toLocaleString("en-US")]);
      await page.fill("textarea", "select state, count(*) as n from directory_index group by state");
      await page.click('button:has-text("Run")');
      await page.getByLabel("Chart").selectOption("bar");
      await page.waitForSelector(".notebook-output svg");
      await page.waitForURL(/[?&]chart=bar/);
      await page.goBack();
      await page.waitForFunction(
        () => document.querySelectorAll(".notebook-output tbody tr").length === 1,
        undefined,
        {timeout: ENGINE_MS}
      );
      expect(await page.inputValue("textarea")).toBe(sql);
      await page.goForward();
      await page.waitForSelector(".notebook-output svg", {timeout: ENGINE_MS});
      await page.fill("textarea", "select nowhere from directory_index");
      await page.click('button:has-text("Run")');
      await page.waitForSelector(".notebook-error");
      expect(await page.innerText(".notebook-error")).toContain("nowhere");
      expect(complaints).toEqual([]);
      await page.close();
    },
    2 * ENGINE_MS
  );
}

function describeSearch(): void {
  it("finds a page, a state and organizations", async () => {
    const {page} = await openPage(browser, site.url);
    const input = "#observablehq-search input";
    for (const [words, found] of [
      ["quality", "Data quality"],
      ["vermont", "Coverage of Vermont"]
    ] as const) {
      await page.fill(input, "");
      await page.type(input, words);
      await page.waitForFunction(
        (title) => document.querySelector("#observablehq-search-results")?.textContent?.includes(title),
        found
      );
    }
    const href = await page.getAttribute(".search-organizations", "href");
    expect(new URL(href!).pathname).toBe(`${new URL(site.url).pathname}explorer.html`);
    await page.close();
  });
}

function describeDictionary(): void {
  it("shows the columns that hold every word, in whatever order, and says how many", async () => {
    const [expected] = await site.warehouse.rows<{columns: number; tables: number}>(
      `select count(*)::integer as columns, count(distinct table_name)::integer as tables
       from duckdb_columns() join duckdb_tables() using (database_name, schema_name, table_name)
       where schema_name = 'main' and contains(lower(concat_ws(' ',
         schema_name || '.' || table_name, column_name, duckdb_columns.comment, duckdb_tables.comment)), 'phone')`
    );
    const {page, complaints} = await openPage(browser, `${site.url}dictionary?q=main.+phone`);
    const status = `${expected!.columns} of`;
    await page.waitForFunction(
      (text) => document.querySelector("#observablehq-main [role=status]")?.textContent?.startsWith(text),
      status
    );
    const rows = page.locator("#observablehq-main tbody tr:visible");
    expect(await rows.count()).toBe(expected!.columns);
    await page.locator("thead button:visible").first().press("Enter");
    expect(await rows.count()).toBe(expected!.columns);
    expect(await page.locator("#observablehq-main section:visible").count()).toBe(expected!.tables);
    await page.fill("#observablehq-main input", "");
    await page.waitForFunction(() => !document.querySelector("#observablehq-main tr[hidden]"));
    expect(complaints).toEqual([]);
    await page.close();
  });
}
