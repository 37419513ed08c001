import {expect, it} from "vitest";
import {carriedIds} from "../../../src/analysis/geography/carriedIds.js";

/** Carries ids from the first grouping to the second; both say for each record, by name, which group it is in. */
function carry(before: Record<string, string>, after: Record<string, number>, least = 0.5) {
  const earlierSizes = new Map<string, number>();
  for (const id of Object.values(before)) earlierSizes.set(id, (earlierSizes.get(id) ?? 0) + 1);
  const records = Object.keys(after);
  return Object.fromEntries(
    carriedIds(
      records.map((record) => after[record]!),
      records.map((record) => before[record]),
      {earlierSizes, least}
    )
  );
}

it("a group keeps its id when records come and go", () => {
  // a, b, c of a, b, c, gone and new: 3/5.
  expect(carry({a: "x", b: "x", c: "x", gone: "x"}, {a: 7, b: 7, c: 7, new: 7})).toEqual({7: "x"});
});

it("records that are gone count against the id", () => {
  expect(carry({a: "x", gone1: "x", gone2: "x"}, {a: 0})).toEqual({});
  expect(carry({a: "x", gone1: "x"}, {a: 0})).toEqual({0: "x"});
});

it("of a group that splits the part that is most of it keeps the id", () => {
  expect(carry({a: "x", b: "x", c: "x", d: "x"}, {a: 0, b: 1, c: 1, d: 1})).toEqual({1: "x"});
});

it("of groups that merge the larger one’s id stays, and one of halves’", () => {
  expect(carry({a: "x", b: "x", c: "y"}, {a: 0, b: 0, c: 0})).toEqual({0: "x"});
  expect(carry({a: "y", b: "x"}, {a: 0, b: 0})).toEqual({0: "x"});
});

it("a record in no group counts for none", () => {
  expect(carry({a: "x", b: "x", c: "x"}, {a: -1, b: -1, c: 0})).toEqual({});
});
