import {expect, it} from "vitest";
import {sitesByThreshold} from "../../../src/analysis/geography/sitesByThreshold.js";

const PAIRS = [
  {a: 1, b: 2, probability: 0.6},
  {a: 0, b: 1, probability: 0.9},
  {a: 0, b: 2, probability: 0.4},
  {a: 3, b: 4, probability: 0.5}
];

it("puts together what is linked at or above each threshold, in the order asked", () => {
  // At .95 all five stand alone; at .9 0–1; at .6 also 2; at .5 also 3–4; the pair 0–2 adds nothing.
  expect(sitesByThreshold(5, PAIRS, [0.5, 0.95, 0.9, 0.6, 0.1])).toEqual([2, 5, 4, 3, 2]);
});

it("counts the records where nothing is linked", () => {
  expect(sitesByThreshold(3, [], [0.5])).toEqual([3]);
});
