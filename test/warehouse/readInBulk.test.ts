import {afterAll, beforeAll, expect, it} from "vitest";
import {Warehouse} from "../../src/warehouse/open.js";
import {readInBulk} from "../../src/warehouse/readInBulk.js";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

it("gives what the slower way gives: texts of any kind, numbers, truth values, lists, structures and nulls", async () => {
  const select = `
    select range::integer as n, range / 7 - 3e-300 as ratio, range % 3 = 0 as is_third,
      ['', 'a', 'naïve – “quoted” \\ ' || chr(10) || chr(0) || '🙂', null][range % 4 + 1] as word,
      case when range % 5 > 0 then [range::varchar, null] end as list, {a: range::integer, b: ['x']} as pair
    from range(5000)`;
  const bulk = await readInBulk(warehouse, select);
  expect(bulk).toEqual(await warehouse.columns(select));
});

it("holds rows together over more than one batch", async () => {
  const {n, square} = await readInBulk<{n: number; square: number}>(
    warehouse,
    "select range::integer as n, (range * range)::bigint as square from range(250000)"
  );
  expect(n).toHaveLength(250_000);
  expect(new Set(n).size).toBe(250_000);
  expect(n.every((value, i) => square[i] === value * value)).toBe(true);
});

it("gives every column, empty, where there is no row", async () => {
  expect(await readInBulk(warehouse, "select 1 as one, 'a' as letter where false")).toEqual({
    one: [],
    letter: []
  });
});
