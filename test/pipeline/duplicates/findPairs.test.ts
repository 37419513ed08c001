import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {findPairs} from "../../../src/pipeline/duplicates/findPairs.js";
import type {Warehouse} from "../../../src/warehouse/open.js";
import {seededWarehouse} from "../seededWarehouse.js";

/** Finds the pairs among forty records of which every two are one place. */
async function pairsIn(warehouse: Warehouse, scratch?: string) {
  await warehouse.attachScratch("linkage", scratch);
  await warehouse.run(`
    create table linkage.source as
    select
      'r' || i as record_id, 0 as dataset, '' as vicinity,
      ['Harbor House ' || (i // 2)] as f0, [i // 2 || ' Oak Street'] as f1,
      null::double as latitude, null::double as longitude
    from range(40) as numbers(i)`);
  return findPairs(warehouse, [
    {kind: "name", name: "name"},
    {kind: "street", name: "street"}
  ]);
}

it("keeps the records alone once pairs are found, so that memory is free for them", async () => {
  const warehouse = await seededWarehouse();
  try {
    const {pairs, size} = await pairsIn(warehouse);
    expect(size.records).toBe(40);
    expect(pairs.a.length).toBeGreaterThanOrEqual(20);
    const tables = await warehouse.rows<{table_name: string}>(
      "select table_name from duckdb_tables() where database_name = 'linkage' order by table_name"
    );
    expect(tables.map((table) => table.table_name)).toEqual(["fields", "records"]);
  } finally {
    warehouse.close();
  }
});

it("finds the same where statements run one at a time and its tables lie in a file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "linkage-"));
  const [wide, narrow] = [
    await seededWarehouse(),
    await seededWarehouse(":memory:", {lanes: 1, settings: {threads: "1"}})
  ];
  try {
    const [expected, found] = [await pairsIn(wide), await pairsIn(narrow, join(folder, "linkage.duckdb"))];
    expect(found.pairs).toEqual(expected.pairs);
    expect(found.candidates).toEqual(expected.candidates);
  } finally {
    wide.close();
    narrow.close();
    rmSync(folder, {recursive: true});
  }
});
