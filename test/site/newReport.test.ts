import {mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {checkPages} from "../../src/site/checkPages.js";
import {navigation} from "../../src/site/navigation.js";
import {writeNewReport} from "../../src/site/newReport.js";
import {Warehouse} from "../../src/warehouse/open.js";

const root = mkdtempSync(join(tmpdir(), "workbench-report-"));
beforeAll(() => {
  for (const folder of ["reports", "data-loaders"]) mkdirSync(join(root, folder));
});
afterAll(() => rmSync(root, {recursive: true}));

it("a new report is two files that pass the check of pages, and stands in the sidebar", async () => {
  const paths = writeNewReport("beds-by-county", root);
  expect(paths.map((path) => path.slice(root.length + 1))).toEqual([
    "data-loaders/beds-by-county.json.sql",
    "reports/beds-by-county.md"
  ]);
  const warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
  const folders = {reports: join(root, "reports"), loaders: join(root, "data-loaders")};
  const faults = await checkPages(warehouse, folders).finally(() => warehouse.close());
  expect(faults).toEqual([]);
  expect(navigation(folders.reports)).toEqual([
    {name: "Reports", pages: [{name: "Beds by county", path: "/beds-by-county"}]}
  ]);
});

it("a new report overwrites nothing", () => {
  const before = readFileSync(join(root, "reports/beds-by-county.md"), "utf8");
  expect(() => writeNewReport("beds-by-county", root)).toThrow(/^already there: .*beds-by-county/);
  expect(readFileSync(join(root, "reports/beds-by-county.md"), "utf8")).toBe(before);
});

it.each(["../etc", "Beds", "a--b", "", "1a"])("“%s” is no name of a report", (name) => {
  expect(() => writeNewReport(name, root)).toThrow(/^not a report name/);
});
