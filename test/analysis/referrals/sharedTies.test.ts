import {expect, it} from "vitest";
import {sharedTies} from "../../../src/analysis/referrals/sharedTies.js";

const ties = (...pairs: Array<[number, number]>) => ({
  sources: Int32Array.from(pairs, ([a]) => a),
  targets: Int32Array.from(pairs, ([, b]) => b)
});

it("counts the ties that two lists have in common, whichever ends first", () => {
  const first = ties([0, 1], [0, 4], [2, 3], [5, 6]);
  const second = ties([0, 2], [0, 4], [1, 3], [2, 3], [2, 4], [7, 8]);
  expect(sharedTies(first, second)).toBe(2);
  expect(sharedTies(second, first)).toBe(2);
  expect(sharedTies(first, first)).toBe(4);
  expect(sharedTies(first, ties())).toBe(0);
});
