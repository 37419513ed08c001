import {expect, it} from "vitest";
import {reviewEstimate} from "../../../src/analysis/duplicates/reviewEstimate.js";

it("weighs each band's answers by the pairs that the band stands for", () => {
  const {precision, recall} = reviewEstimate([
    {isAbove: true, pairCount: 1000, answeredCount: 999, sameCount: 899},
    {isAbove: false, pairCount: 500, answeredCount: 499, sameCount: 99}
  ]);
  // (899 + ½) / 1000 of 1,000 pairs and (99 + ½) / 500 of 500 are matches.
  expect(precision.estimate).toBeCloseTo(0.8995, 6);
  expect(recall.estimate).toBeCloseTo(899.5 / (899.5 + 99.5), 6);
  // Standard error of a share of 0.9 among 999: √(0.9 · 0.1 / 999) = 0.0095.
  expect(precision.high - precision.low).toBeCloseTo(2 * 1.96 * 0.0095, 2);
});

it("is unsure where nobody answered", () => {
  const {precision} = reviewEstimate([{isAbove: true, pairCount: 10, answeredCount: 0, sameCount: 0}]);
  expect(precision.low).toBeLessThan(0.1);
  expect(precision.high).toBeGreaterThan(0.9);
});
