import {DuckDBInstance} from "@duckdb/node-api";
import {expect, it} from "vitest";
import {resultRows} from "../../src/warehouse/resultRows.js";

const rowsOf = async (sql: string) => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return resultRows<Record<string, unknown>>(await connection.run(sql));
};

it("gives every row of every chunk, in order", async () => {
  const rows = await rowsOf("select range::integer as n from range(5000) order by n");
  expect(rows).toEqual(Array.from({length: 5000}, (_, n) => ({n})));
});

it("gives JavaScript values, columns of one name apart", async () => {
  expect(
    await rowsOf(
      "select 1::bigint as a, 'two' as a, null as b, [1.5, null] as c, {d: true} as e, date '2025-07-31' as f"
    )
  ).toEqual([
    {a: 1n, "a:1": "two", b: null, c: [1.5, null], e: {d: true}, f: new Date("2025-07-31T00:00:00.000Z")}
  ]);
});

it("gives no rows for an empty result and for a statement without one", async () => {
  expect(await rowsOf("select 1 as n where false")).toEqual([]);
  expect(await rowsOf("create table t (n integer)")).toEqual([]);
});
