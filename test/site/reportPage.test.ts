import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {reportPage} from "../../reports/components/reportPage.js";
import {warehousePath} from "../../src/config.js";
import {checkPages} from "../../src/site/checkPages.js";
import {snapshotCatalog} from "../../src/snapshots/snapshotCatalog.js";
import {Warehouse} from "../../src/warehouse/open.js";

const reports = mkdtempSync(join(tmpdir(), "workbench-copied-"));
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
});
afterAll(() => {
  warehouse.close();
  rmSync(reports, {recursive: true});
});

async function copied(sql: string): Promise<string> {
  return reportPage(sql, await snapshotCatalog(warehouse));
}

/** Saves the page as an analyst would and returns what the workbench finds wrong with it. */
async function faultsOf(page: string): Promise<string[]> {
  writeFileSync(join(reports, "copied.md"), page);
  return (await checkPages(warehouse, {reports})).map((fault) => fault.replace(`${reports}/`, ""));
}

it("a copied query over snapshots of both kinds is a sound page that names just their files", async () => {
  const page = await copied(
    "select state, any_value(organization_count) as listed, count(*) as n\nfrom directory_index join state_summary using (state)\ngroup by state;\n"
  );
  expect(page.match(/\.\/data\/.+/g)).toEqual([
    "./data/directory-index.parquet",
    "./data/state-summary.json"
  ]);
  expect(await faultsOf(page)).toEqual([]);
});

it("a copied query of an unknown column is reported with its line", async () => {
  const page = await copied("select state\nfrom directory_index\nwhere nowhere = 1");
  const line = page.split("\n").indexOf("where nowhere = 1") + 1;
  expect(await faultsOf(page)).toEqual([
    expect.stringMatching(new RegExp(`^copied\\.md:${line}: .*nowhere`))
  ]);
});

it("a copied query that names no snapshot is a page without tables", async () => {
  const page = await copied("select 1 as n");
  expect(page).not.toContain("sql:");
  expect(await faultsOf(page)).toEqual([]);
});

it("a copied query reaches the database as it was typed, whatever JavaScript would make of it", async () => {
  const sql =
    "select regexp_matches(state, '^\\w+$') as a, '${1 + 1}' as b, '`' as c, '\\\\' as d\nfrom directory_index";
  const page = await copied(sql);
  const cell = /```sql id=rows display\n([^]*?)\n```/.exec(page)![1]!;
  const asTemplate = new Function("tag", `return tag\`${cell}\``) as (
    tag: (strings: string[]) => string
  ) => string;
  expect(asTemplate((strings) => strings.join("?"))).toBe(sql);
  expect(await faultsOf(page)).toEqual([]);
});
