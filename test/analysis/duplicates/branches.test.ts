import {expect, it} from "vitest";
import type {ComparedPairs} from "../../../src/analysis/duplicates/comparePairs.js";
import type {Comparison} from "../../../src/analysis/duplicates/comparison.js";
import {PairScorer} from "../../../src/analysis/duplicates/scorePair.js";
import {probabilityOf} from "../../../src/analysis/duplicates/scoredPairs.js";
import {trainModel} from "../../../src/analysis/duplicates/trainModel.js";

const RECORDS = 40_000;
const comparison = (name: string, rest: Partial<Comparison>): Comparison => ({
  name,
  aspect: "who",
  levels: [
    {label: "same", prior: 0.85},
    {label: "other", prior: 0.15, disagrees: true}
  ],
  compare: () => 0,
  share: () => 1,
  recount: () => {},
  ...rest
});
const comparisons = [
  comparison("name", {decides: true}),
  comparison("website", {}),
  comparison("street", {
    aspect: "where",
    decides: true,
    pinpoints: true,
    levels: [
      {label: "same street", prior: 0.93},
      {label: "other street", prior: 0.07, disagrees: true}
    ]
  }),
  comparison("locality", {aspect: "where"})
];
const [SAME, OTHER] = [0, 1];
const [MATCH, BRANCH, STRANGER] = [
  [SAME, SAME, SAME, SAME],
  [SAME, SAME, OTHER, SAME],
  [OTHER, OTHER, OTHER, OTHER]
];

/** Pairs of the given patterns, so many of each. */
function pairsOf(...groups: [pattern: number[], count: number][]): ComparedPairs {
  const levels = groups.flatMap(([pattern, count]) => Array<number[]>(count).fill(pattern).flat());
  const count = levels.length / comparisons.length;
  return {
    count,
    width: comparisons.length,
    levels: Int8Array.from(levels),
    rarity: new Float32Array(levels.length)
  };
}

it("branches of one operator in one ZIP code stay apart, though they are more than three times as many as the matches", () => {
  const candidates = pairsOf([MATCH!, 2_000], [BRANCH!, 7_000], [STRANGER!, 50_000]);
  const model = trainModel(
    {
      comparisons,
      candidates,
      random: pairsOf([STRANGER!, 100_000]),
      scale: 1,
      records: RECORDS,
      possiblePairs: (RECORDS * (RECORDS - 1)) / 2
    },
    {
      overlap: {agreeing: 0.75, disagreeing: 0.5, doubted: 0.5},
      priorMatches: 10,
      priorShare: 0.3,
      joinedProbability: 0.8,
      iterations: 40
    }
  );
  const scorer = new PairScorer(model);
  expect(probabilityOf(scorer.score(candidates.levels, candidates.rarity, 0))).toBeGreaterThan(0.99);
  expect(probabilityOf(scorer.score(candidates.levels, candidates.rarity, 2_000))).toBeLessThan(0.05);
  // All 2,000 matches name one street, so “other street” is rarer among matches than expected before.
  expect(model.m[2]![OTHER]).toBeLessThan(0.07);
  // 2,000 pairs in one place to 7,000 elsewhere, less the 6 % of 9,000 that may have moved.
  expect(model.caps.who).toBeCloseTo(Math.log2(2_004 / (7_001 - 0.06 * 9_000)), 9);
});
