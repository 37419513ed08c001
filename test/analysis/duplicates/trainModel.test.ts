import {expect, it} from "vitest";
import type {ComparedPairs} from "../../../src/analysis/duplicates/comparePairs.js";
import type {Comparison} from "../../../src/analysis/duplicates/comparison.js";
import {randomNumbers} from "../../../src/analysis/duplicates/randomPairs.js";
import {PairScorer} from "../../../src/analysis/duplicates/scorePair.js";
import {trainModel} from "../../../src/analysis/duplicates/trainModel.js";

const M = [
  [0.8, 0.15, 0.05],
  [0.7, 0.2, 0.1],
  [0.9, 0.06, 0.04],
  [0.6, 0.25, 0.15]
];
const U = [
  [0.001, 0.009, 0.99],
  [0.002, 0.018, 0.98],
  [0.01, 0.02, 0.97],
  [0.005, 0.045, 0.95]
];
const RECORDS = 1000;
const POSSIBLE = (RECORDS * (RECORDS - 1)) / 2;
const MATCHES = 3000;

const comparisons = M.map((_, c): Comparison => ({
  name: `field ${c}`,
  aspect: "what",
  levels: [
    {label: "same", prior: 0.7},
    {label: "near", prior: 0.2},
    {label: "different", prior: 0.1}
  ],
  compare: () => 0,
  share: () => 1,
  recount: () => {}
}));

const settings = {
  overlap: {agreeing: 1, disagreeing: 1, doubted: 1},
  priorMatches: 10,
  priorShare: 0.01,
  joinedProbability: 0.8,
  iterations: 200
};

/** Draws levels of pairs: the first `matches` by M, the rest by U. */
function drawn(count: number, matches: number, next: () => number): ComparedPairs {
  const levels = new Int8Array(count * 4);
  for (let i = 0; i < count; i++)
    for (let c = 0; c < 4; c++) {
      const shares = (i < matches ? M : U)[c]!;
      const x = next();
      levels[i * 4 + c] = x < shares[0]! ? 0 : x < shares[0]! + shares[1]! ? 1 : 2;
    }
  return {count, width: 4, levels, rarity: new Float32Array(count * 4)};
}

const next = randomNumbers(7);
const candidates = drawn(60_000, MATCHES, next);
const random = drawn(300_000, Math.round((300_000 * MATCHES) / POSSIBLE), next);
const data = {comparisons, random, candidates, scale: 1, records: RECORDS, possiblePairs: POSSIBLE};
const model = trainModel(data, settings);

it("expectation maximisation recovers the m and u that the data were drawn with", () => {
  for (const [c, shares] of M.entries())
    for (const [level, share] of shares.entries()) {
      expect(Math.abs(model.m[c]![level]! - share)).toBeLessThan(0.03);
      expect(Math.abs(model.u[c]![level]! - U[c]![level]!)).toBeLessThan(0.003);
    }
});

it("the prior is the share of matches among all possible pairs", () => {
  const share = 1 / (1 + 2 ** -model.prior);
  expect(Math.abs(share * POSSIBLE - MATCHES)).toBeLessThan(0.03 * MATCHES);
});

it("the parts of a weight and the prior add up to it, and each part is log2(m / u)", () => {
  const scorer = new PairScorer(model);
  for (let i = 0; i < 200; i++) {
    const weight = scorer.score(candidates.levels, candidates.rarity, i);
    expect(model.prior + scorer.parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(weight, 9);
    const level = candidates.levels[i * 4]!;
    expect(scorer.parts[0]).toBeCloseTo(Math.log2(model.m[0]![level]! / model.u[0]![level]!), 9);
  }
});

it("a field without any value, and one whose value never varies, decide nothing", () => {
  const flat = (pairs: ComparedPairs): ComparedPairs => {
    const levels = pairs.levels.slice();
    for (let i = 0; i < pairs.count; i++) [levels[i * 4], levels[i * 4 + 1]] = [-1, 0];
    return {...pairs, levels};
  };
  const degenerate = trainModel({...data, random: flat(random), candidates: flat(candidates)}, settings);
  const scorer = new PairScorer(degenerate);
  const {levels, rarity} = flat(candidates);
  const weight = scorer.score(levels, rarity, 0);
  expect(Number.isFinite(weight)).toBe(true);
  expect(scorer.parts[0]).toBe(0);
  expect(Math.abs(scorer.parts[1]!)).toBeLessThan(0.05);
});

it("no candidates at all leave a finite model", () => {
  const empty = {count: 0, width: 4, levels: new Int8Array(), rarity: new Float32Array()};
  const {m, u, prior} = trainModel({...data, candidates: empty}, settings);
  expect([...m.flat(), ...u.flat(), prior].every(Number.isFinite)).toBe(true);
});
