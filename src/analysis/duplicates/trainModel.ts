import {aspectCaps} from "./aspectCaps.js";
import type {Comparison} from "./comparison.js";
import type {ComparedPairs} from "./comparePairs.js";
import type {LinkageModel} from "./linkageModel.js";
import {monotoneLevels} from "./monotoneLevels.js";
import {pairScorer} from "./scorePair.js";

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
}

export interface TrainingSettings {
  overlap: LinkageModel["overlap"];
  /** Weight of the expected shares of levels: matches' worth, and share of the matches found. */
  priorMatches: number;
  priorShare: number;
  iterations: number;
}

/** What one pass over the candidates expects: matches in all, and at each level; candidates at each level. */
interface Expectation {
  matches: number;
  levels: number[][];
  seen: number[][];
  caps: LinkageModel["caps"];
}

/**
 * Learns m, u and the share of matches without labels, by expectation maximisation over the candidate pairs
 * (Winkler 1988). Pairs that no blocking rule proposes count as non-matches, so the result holds for all
 * possible pairs and blocking does not bend it. u starts from random pairs, less the matches among them.
 */
export function trainModel(data: TrainingData, settings: TrainingSettings): LinkageModel {
  const {comparisons, random, possiblePairs, records} = data;
  const observed = tally(comparisons, random);
  let model: LinkageModel = {
    comparisons,
    m: comparisons.map(({levels}) => levels.map(({prior}) => prior)),
    u: observed.map((counts) => smoothed(counts)),
    prior: Math.log2((0.3 * records) / possiblePairs),
    caps: {who: 2, where: 0},
    overlap: settings.overlap
  };
  for (let iteration = 0; iteration < settings.iterations; iteration++) {
    const expected = expectation(model, data);
    const next = maximization(model, {data, settings, expected, observed});
    const change = Math.abs(next.prior - model.prior) + largestChange(next.m, model.m);
    model = next;
    if (change < 1e-3) break;
  }
  return model;
}

function expectation(model: LinkageModel, {candidates, scale}: TrainingData): Expectation {
  const {score, evidence} = pairScorer(model);
  const levels = model.m.map((shares) => shares.map(() => 0));
  const seen = model.m.map((shares) => shares.map(() => 0));
  const caps = aspectCaps(model);
  let matches = 0;
  for (let i = 0; i < candidates.count; i++) {
    const probability = scale / (1 + 2 ** -score(candidates, i));
    caps.add(evidence);
    matches += probability;
    for (let c = 0; c < candidates.width; c++) {
      const level = candidates.levels[i * candidates.width + c]!;
      if (level < 0) continue;
      levels[c]![level]! += probability;
      seen[c]![level]! += scale;
    }
  }
  return {matches, levels, seen, caps: caps.result()};
}

interface Maximization {
  data: TrainingData;
  settings: TrainingSettings;
  expected: Expectation;
  observed: number[][];
}

function maximization(model: LinkageModel, {data, settings, expected, observed}: Maximization): LinkageModel {
  const {possiblePairs, records} = data;
  const matches = Math.min(3 * records, Math.max(1, 0.001 * records, expected.matches));
  const strength = settings.priorMatches + settings.priorShare * matches;
  const u = observed.map((counts, c) =>
    nonMatchShares(counts, expected.seen[c]!, expected.levels[c]!, possiblePairs)
  );
  const m = expected.levels.map((counts, c) => {
    const total = sum(counts);
    const shares = counts.map(
      (count, level) => (count + strength * model.comparisons[c]!.levels[level]!.prior) / (total + strength)
    );
    return monotoneLevels(shares, u[c]!);
  });
  return {...model, m, u, prior: Math.log2(matches / (possiblePairs - matches)), caps: expected.caps};
}

/**
 * Returns u: the random pairs' shares, or, at levels too rare to be met at random, the share that the
 * candidates show, less the matches. No level is taken for rarer than a twentieth of its matches, so that no
 * single agreement is believed without limit.
 */
function nonMatchShares(
  random: number[],
  seen: number[],
  matched: number[],
  possiblePairs: number
): number[] {
  const drawn = Math.max(1, sum(random));
  const shares = random.map((count, level) => {
    const inAll = Math.max(count < 20 ? 0 : count / drawn, seen[level]! / possiblePairs, count / drawn);
    const ofMatches = matched[level]! / possiblePairs;
    return Math.max(inAll - ofMatches, 0.05 * ofMatches, 0.5 / Math.max(drawn, possiblePairs));
  });
  const total = sum(shares);
  return shares.map((share) => share / total);
}

function smoothed(counts: number[]): number[] {
  const total = sum(counts) + 0.5 * counts.length;
  return counts.map((count) => (count + 0.5) / total);
}

function tally(comparisons: Comparison[], {count, width, levels}: ComparedPairs): number[][] {
  const counts = comparisons.map((comparison) => comparison.levels.map(() => 0));
  for (let i = 0; i < count * width; i++) if (levels[i]! >= 0) counts[i % width]![levels[i]!]!++;
  return counts;
}

function largestChange(a: number[][], b: number[][]): number {
  return Math.max(0, ...a.flatMap((row, c) => row.map((value, level) => Math.abs(value - b[c]![level]!))));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
