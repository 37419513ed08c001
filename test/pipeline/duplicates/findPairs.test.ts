import {expect, it} from "vitest";
import {findPairs} from "../../../src/pipeline/duplicates/findPairs.js";
import {seededWarehouse} from "../seededWarehouse.js";

it("keeps the records alone once pairs are found, so that memory is free for them", async () => {
  const warehouse = await seededWarehouse();
  try {
    await warehouse.attachScratch("linkage");
    await warehouse.run(`
      create table linkage.source as
      select
        'r' || i as record_id, 0 as dataset, '' as vicinity,
        ['Harbor House ' || (i // 2)] as f0, [i // 2 || ' Oak Street'] as f1,
        null::double as latitude, null::double as longitude
      from range(40) as numbers(i)`);
    const {pairs, size} = await findPairs(warehouse, [
      {kind: "name", name: "name"},
      {kind: "street", name: "street"}
    ]);
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
