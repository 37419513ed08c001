import fc from "fast-check";
import {expect, it} from "vitest";
import {byteStrings, stringAt} from "../../../src/analysis/duplicates/byteStrings.js";
import {editDistance} from "../../../src/analysis/duplicates/editDistance.js";
import {monotoneLevels} from "../../../src/analysis/duplicates/monotoneLevels.js";
import {wordSimilarity} from "../../../src/analysis/duplicates/wordSimilarity.js";

const distance = (a: string, b: string, limit = 9) => editDistance(byteStrings([a, b]), 0, 1, limit);

it("packed strings come back as they were", () => {
  const texts = ["", "recovery", "peña", "日本"];
  const packed = byteStrings(texts);
  expect(texts.map((_, i) => stringAt(packed, i))).toEqual(texts);
});

it.each([
  ["kitten", "sitting", 3],
  ["1985", "1958", 1],
  ["ca", "abc", 3],
  ["", "abc", 3],
  ["same", "same", 0]
])("the distance of %s and %s is %i", (a, b, expected) => {
  expect(distance(a, b)).toBe(expected);
});

it("the distance is symmetric and stops at its limit", () => {
  const text = fc.string({unit: fc.constantFrom("a", "b", "c"), maxLength: 9});
  fc.assert(
    fc.property(text, text, fc.integer({min: 0, max: 4}), (a, b, limit) => {
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, b, limit)).toBe(Math.min(limit + 1, distance(a, b)));
    })
  );
});

it.each([
  ["j", "john", true],
  ["microsft", "microsoft", true],
  ["rehab", "rehabilitation", true],
  ["w120", "w125", false],
  ["cat", "dog", false],
  ["men", "women", false]
])("%s may be %s: %s", (a, b, expected) => {
  expect(wordSimilarity(byteStrings([a, b]), 0, 1) > 0).toBe(expected);
});

it("pooling makes m / u fall from level to level and keeps the sum of m", () => {
  const [m, u] = [
    [0.2, 0.5, 0.1, 0.2],
    [0.1, 0.1, 0.01, 0.79]
  ];
  const pooled = monotoneLevels(m, u);
  const ratios = pooled.map((share, i) => share / u[i]!);
  expect(ratios.every((ratio, i) => i === 0 || ratio <= ratios[i - 1]! + 1e-12)).toBe(true);
  expect(pooled.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});
