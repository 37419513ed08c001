import {DOUBLE, FLOAT, INTEGER, SMALLINT, TINYINT, VARCHAR} from "@duckdb/node-api";
import {afterEach, expect, it} from "vitest";
import {appendColumns} from "../../src/pipeline/appendColumns.js";
import {Warehouse} from "../../src/warehouse/open.js";

let warehouse: Warehouse;
afterEach(() => warehouse.close());

it("numbers of the column’s kind, of another, and values worked out row by row arrive alike; NaN is null", async () => {
  warehouse = await Warehouse.open(":memory:");
  await warehouse.run(
    "create table t (a integer, b smallint, c tinyint, d double, e float, f double, g varchar, h integer)"
  );
  // More rows than two chunks of 2,048 hold, the last of them not full.
  const rows = Array.from({length: 5000}, (_, i) => i);
  const halves = rows.map((i) => (i % 7 === 0 ? NaN : i / 2));
  await appendColumns(warehouse, "t", [
    [INTEGER, Int32Array.from(rows)],
    [SMALLINT, Int16Array.from(rows)],
    [TINYINT, Int8Array.from(rows, (i) => (i % 256) - 128)],
    [DOUBLE, Float64Array.from(halves)],
    [FLOAT, Float64Array.from(halves)],
    [DOUBLE, (row) => halves[row]!],
    [VARCHAR, (row) => (row % 3 === 0 ? null : `row ${row}`)],
    [INTEGER, rows]
  ]);
  const half = (i: number) => (i % 7 === 0 ? null : i / 2);
  expect(await warehouse.rows("from t")).toEqual(
    rows.map((i) => ({
      a: i,
      b: i,
      c: (i % 256) - 128,
      d: half(i),
      e: half(i),
      f: half(i),
      g: i % 3 === 0 ? null : `row ${i}`,
      h: i
    }))
  );
});

it("an empty column appends nothing", async () => {
  warehouse = await Warehouse.open(":memory:");
  await warehouse.run("create table t (a integer)");
  await appendColumns(warehouse, "t", [[INTEGER, new Int32Array(0)]]);
  expect(await warehouse.rows("from t")).toEqual([]);
});
