import type {Comparison} from "./comparison.js";
import {comparePairs} from "./comparePairs.js";
import type {LinkageModel} from "./linkageModel.js";
import {pairScorer} from "./scorePair.js";

/** Pairs of records with their match weight and the level and part of each comparison, one row per pair. */
export interface ScoredPairs {
  a: number[];
  b: number[];
  /** log2 odds of a match. */
  weights: number[];
  levels: Int8Array[];
  parts: Float32Array[];
}

/** Scores the pairs and keeps those of at least the given weight, adding them to the given ones. */
export function scorePairs(
  {model, comparisons, least}: {model: LinkageModel; comparisons: Comparison[]; least: number},
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  kept: ScoredPairs = {a: [], b: [], weights: [], levels: [], parts: []}
): ScoredPairs {
  const compared = comparePairs(comparisons, a, b);
  const {score, parts} = pairScorer(model);
  for (let i = 0; i < compared.count; i++) {
    const weight = score(compared, i);
    if (weight < least) continue;
    kept.a.push(a[i]!);
    kept.b.push(b[i]!);
    kept.weights.push(weight);
    kept.levels.push(compared.levels.slice(i * compared.width, (i + 1) * compared.width));
    kept.parts.push(Float32Array.from(parts));
  }
  return kept;
}

/** Returns the probability of a match for a weight in bits. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}

/** Returns the weight in bits of a probability. */
export function weightOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}
