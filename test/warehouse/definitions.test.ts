import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {definitionsOf} from "../../src/warehouse/definitions.js";
import {Warehouse} from "../../src/warehouse/open.js";

const folder = mkdtempSync(join(tmpdir(), "workbench-definitions-"));
afterAll(() => rmSync(folder, {recursive: true}));

it("a view is told in the same words before and after its file is opened anew", async () => {
  const path = join(folder, "warehouse.duckdb");
  const warehouse = await Warehouse.open(path);
  await warehouse.run("create table main.letters as select 1 as a, 2 as b, 3 as c, 4 as d, 5 as e, 6 as f");
  await warehouse.run("create view main.last as select * exclude (e, b, a, d, c) from main.letters");
  const before = await definitionsOf(warehouse);
  warehouse.close();
  const again = await Warehouse.open(path, {readOnly: true});
  const after = await definitionsOf(again);
  again.close();
  expect(after).toEqual(before);
  expect(after).toEqual([{name: "main.last", text: "SELECT * EXCLUDE (a, b, c, d, e) FROM main.letters;"}]);
});
