import type {Comparison} from "./comparison.js";
import {comparePairs, fillLevel} from "./comparePairs.js";
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

/**
 * Scores the pairs and keeps those of at least the given weight, adding them to the given ones. Costly
 * comparisons are made only of pairs that they could lift to that weight.
 */
export function scorePairs(
  {model, comparisons, least}: {model: LinkageModel; comparisons: Comparison[]; least: number},
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  kept: ScoredPairs = {a: [], b: [], weights: [], levels: [], parts: []}
): ScoredPairs {
  const pairs = comparePairs(comparisons, a, b, ({isCostly}) => !isCostly);
  const costly = comparisons.flatMap(({isCostly}, column) => (isCostly ? [column] : []));
  const {score, parts, most} = pairScorer(model);
  const lift = costly.reduce((sum, column) => sum + most[column]!, 0);
  for (let pair = 0; pair < pairs.count; pair++) {
    if (score(pairs, pair) + lift < least) continue;
    const at = {pairs, pair, a: a[pair]!, b: b[pair]!};
    for (const column of costly) fillLevel(comparisons[column]!, column, at);
    const weight = score(pairs, pair);
    if (weight < least) continue;
    kept.a.push(at.a);
    kept.b.push(at.b);
    kept.weights.push(weight);
    kept.levels.push(pairs.levels.slice(pair * pairs.width, (pair + 1) * pairs.width));
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
