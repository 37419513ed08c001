import {aspectCaps} from "./aspectCaps.js";
import type {Comparison} from "./comparison.js";
import type {ComparedPairs} from "./comparePairs.js";
import type {LinkageModel} from "./linkageModel.js";
import {matchesAtRandom} from "./matchesAtRandom.js";
import {monotoneLevels} from "./monotoneLevels.js";
import {nonMatchShares} from "./nonMatchShares.js";
import {pairPatterns, type PairPatterns} from "./pairPatterns.js";
import {plainMatch} from "./plainMatch.js";
import {PairScorer} from "./scorePair.js";

/** What the model is learned from. */
export interface TrainingData {
  comparisons: Comparison[];
  /** Pairs taken at random, nearly all of which do not match. */
  random: ComparedPairs;
  /** Candidate pairs, or a sample of them. */
  candidates: ComparedPairs;
  /** How many candidate pairs each one in the sample stands for. */
  scale: number;
  records: number;
  /** Number of pairs that could match: of one file, or between two. */
  possiblePairs: number;
  /** Number of pairs within the entities joined before. */
  entityPairs?: number;
}

export interface TrainingSettings {
  overlap: LinkageModel["overlap"];
  /** Weight of the expected shares of levels: matches' worth, and share of the matches found. */
  priorMatches: number;
  priorShare: number;
  /** Least probability of a match that records joined before are given. */
  joinedProbability: number;
  iterations: number;
}

/** Weight below which a pair adds nothing that shows: a million such pairs make a thirtieth of a match. */
const NEGLIGIBLE = -25;
/** Weight below which a pair, before anything is learned, will never come near a match. */
const FAR = -32;

/** What one pass over the candidates expects: matches in all and at each level. */
interface Expectation {
  matches: number;
  levels: number[][];
  caps: LinkageModel["caps"];
}

/**
 * Learns m, u and the share of matches without labels, by expectation maximisation over the candidate pairs
 * (Winkler 1988). Pairs that no blocking rule proposes count as non-matches, so the result holds for all
 * possible pairs and blocking does not bend it. u starts from random pairs, less the matches among them.
 */
export function trainModel(data: TrainingData, settings: TrainingSettings): LinkageModel {
  const {comparisons, scale, possiblePairs, records} = data;
  const patterns = pairPatterns(data.candidates);
  const plainProbability = plainMatch(comparisons, records);
  const random = pairPatterns(data.random);
  const observed = tally(comparisons, random);
  const seen = tally(comparisons, patterns).map((counts) => counts.map((count) => count * scale));
  let model: LinkageModel = {
    comparisons,
    m: comparisons.map(({levels}) => levels.map(({prior}) => prior)),
    u: observed.map((counts) => smoothed(counts)),
    prior: Math.log2((0.3 * records) / possiblePairs),
    rarest: Math.log2(Math.max(2, records)) + 6,
    caps: {who: 2, where: 0},
    overlap: settings.overlap
  };
  const near = nearPatterns(model, patterns);
  const least = new Float64Array(patterns.count);
  for (let i = 0; i < patterns.count; i++)
    least[i] = Math.max(plainProbability(patterns, i), patterns.joined[i] ? settings.joinedProbability : 0);
  for (let iteration = 0; iteration < settings.iterations; iteration++) {
    const found = expectation(model, {patterns, scale, near, least});
    const drawn = matchesAtRandom(model, random, settings.joinedProbability);
    const expected = atLeast(found, (drawn * possiblePairs) / data.random.count);
    const next = maximization(model, {data, settings, expected, observed, seen});
    const change = Math.abs(next.prior - model.prior) + largestChange(next.m, model.m);
    model = next;
    if (change < 2e-3) break;
  }
  return model;
}

/** Returns the patterns that may come near a match. */
function nearPatterns(model: LinkageModel, patterns: PairPatterns): Int32Array {
  const scorer = new PairScorer(model);
  const near = new Int32Array(patterns.count);
  let count = 0;
  for (let i = 0; i < patterns.count; i++)
    if (scorer.score(patterns.levels, patterns.rarity, i) > FAR || patterns.joined[i]) near[count++] = i;
  return near.subarray(0, count);
}

interface Candidates {
  patterns: PairPatterns;
  scale: number;
  /** Patterns that may come near a match. */
  near: Int32Array;
  /** Least probability of a match for each pattern. */
  least: Float64Array;
}

function expectation(model: LinkageModel, {patterns, scale, near, least}: Candidates): Expectation {
  const scorer = new PairScorer(model);
  const levels = model.m.map((shares) => new Float64Array(shares.length));
  const caps = aspectCaps(model);
  let matches = 0;
  for (const i of near) {
    const weight = scorer.score(patterns.levels, patterns.rarity, i);
    const count = patterns.counts[i]!;
    caps.add(patterns, i, scorer.evidence);
    if (weight < NEGLIGIBLE && !least[i]) continue;
    const probability = count * scale * Math.max(least[i]!, 1 / (1 + 2 ** -weight));
    matches += probability;
    for (let c = 0; c < patterns.width; c++) {
      const level = patterns.levels[i * patterns.width + c]!;
      if (level >= 0) levels[c]![level]! += probability;
    }
  }
  return {matches, levels: levels.map((counts) => [...counts]), caps: caps.result()};
}

/** Scales up what is expected to the number of matches that random pairs show, where blocking proposes too few of them. */
function atLeast({matches, levels, caps}: Expectation, shown: number): Expectation {
  const scale = Math.max(1, shown / Math.max(1, matches));
  return {
    matches: matches * scale,
    levels: levels.map((counts) => counts.map((count) => count * scale)),
    caps
  };
}

interface Maximization {
  data: TrainingData;
  settings: TrainingSettings;
  expected: Expectation;
  observed: number[][];
  seen: number[][];
}

function maximization(
  model: LinkageModel,
  {data, settings, expected, observed, seen}: Maximization
): LinkageModel {
  const {possiblePairs, records, entityPairs = 0} = data;
  const matches = Math.min(3 * records + entityPairs, Math.max(1, 0.001 * records, expected.matches));
  const strength = settings.priorMatches + settings.priorShare * matches;
  const u = observed.map((counts, c) => nonMatchShares(counts, seen[c]!, expected.levels[c]!, possiblePairs));
  const m = expected.levels.map((counts, c) => {
    const total = sum(counts);
    const shares = counts.map(
      (count, level) => (count + strength * model.comparisons[c]!.levels[level]!.prior) / (total + strength)
    );
    return monotoneLevels(shares, u[c]!);
  });
  return {
    comparisons: model.comparisons,
    m,
    u,
    prior: Math.log2(matches / (possiblePairs - matches)),
    rarest: model.rarest,
    caps: expected.caps,
    overlap: model.overlap
  };
}

function smoothed(counts: number[]): number[] {
  const total = sum(counts) + 0.5 * counts.length;
  return counts.map((count) => (count + 0.5) / total);
}

function tally(comparisons: Comparison[], {count, width, levels, counts}: PairPatterns): number[][] {
  const tallies = comparisons.map((comparison) => comparison.levels.map(() => 0));
  for (let i = 0; i < count; i++)
    for (let c = 0; c < width; c++) {
      const level = levels[i * width + c]!;
      if (level >= 0) tallies[c]![level]! += counts[i]!;
    }
  return tallies;
}

function largestChange(a: number[][], b: number[][]): number {
  return Math.max(0, ...a.flatMap((row, c) => row.map((value, level) => Math.abs(value - b[c]![level]!))));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
