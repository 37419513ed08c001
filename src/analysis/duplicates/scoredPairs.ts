import type {Comparison} from "./comparison.js";
import {comparePairs, fillLevel} from "./comparePairs.js";
import type {LinkageModel} from "./linkageModel.js";
import {pairScorer} from "./scorePair.js";

/** Pairs of records with their match weight, and the level and part of each comparison, width columns a pair. */
export interface ScoredPairs {
  width: number;
  a: Int32Array;
  b: Int32Array;
  /** log2 odds of a match. */
  weights: Float64Array;
  levels: Int8Array;
  parts: Float32Array;
}

/** What scoring needs: the model, the comparisons, and the weight below which a pair is not kept. */
export interface Scoring {
  model: LinkageModel;
  comparisons: Comparison[];
  least: number;
}

/**
 * Scores the pairs and returns those of at least the given weight, in the order given. Costly comparisons are
 * made only of pairs that they could lift to that weight.
 */
export function scorePairs(
  {model, comparisons, least}: Scoring,
  a: ArrayLike<number>,
  b: ArrayLike<number>
): ScoredPairs {
  const pairs = comparePairs(comparisons, a, b, ({isCostly}) => !isCostly);
  const costly = comparisons.flatMap(({isCostly}, column) => (isCostly ? [column] : []));
  const {score, parts, most} = pairScorer(model);
  const lift = costly.reduce((sum, column) => sum + most[column]!, 0);
  const [kept, weights, keptParts]: [number[], number[], number[]] = [[], [], []];
  for (let pair = 0; pair < pairs.count; pair++) {
    if (score(pairs, pair) + lift < least) continue;
    const at = {pairs, pair, a: a[pair]!, b: b[pair]!};
    for (const column of costly) fillLevel(comparisons[column]!, column, at);
    const weight = score(pairs, pair);
    if (weight < least) continue;
    kept.push(pair);
    weights.push(weight);
    for (const part of parts) keptParts.push(part);
  }
  const {width} = pairs;
  const levels = new Int8Array(kept.length * width);
  for (const [i, pair] of kept.entries())
    levels.set(pairs.levels.subarray(pair * width, (pair + 1) * width), i * width);
  return {
    width,
    a: Int32Array.from(kept, (pair) => a[pair]!),
    b: Int32Array.from(kept, (pair) => b[pair]!),
    weights: Float64Array.from(weights),
    levels,
    parts: Float32Array.from(keptParts)
  };
}

/** Puts blocks of scored pairs together, ordered by both records, so that the order of the blocks does not show. */
export function joinScored(blocks: ScoredPairs[]): ScoredPairs {
  const count = blocks.reduce((sum, {a}) => sum + a.length, 0);
  const width = blocks[0]?.width ?? 0;
  const [block, row] = [new Int32Array(count), new Int32Array(count)];
  let next = 0;
  for (const [i, {a}] of blocks.entries())
    for (let j = 0; j < a.length; j++, next++) [block[next], row[next]] = [i, j];
  const compare = (x: number, y: number) => {
    const [p, q] = [blocks[block[x]!]!, blocks[block[y]!]!];
    return p.a[row[x]!]! - q.a[row[y]!]! || p.b[row[x]!]! - q.b[row[y]!]!;
  };
  const order = Uint32Array.from({length: count}, (_, i) => i).sort(compare);
  const joined: ScoredPairs = {
    width,
    a: new Int32Array(count),
    b: new Int32Array(count),
    weights: new Float64Array(count),
    levels: new Int8Array(count * width),
    parts: new Float32Array(count * width)
  };
  for (const [i, from] of order.entries()) copyPair(blocks[block[from]!]!, row[from]!, joined, i);
  return joined;
}

function copyPair(from: ScoredPairs, j: number, to: ScoredPairs, i: number): void {
  to.a[i] = from.a[j]!;
  to.b[i] = from.b[j]!;
  to.weights[i] = from.weights[j]!;
  to.levels.set(from.levels.subarray(j * from.width, (j + 1) * from.width), i * to.width);
  to.parts.set(from.parts.subarray(j * from.width, (j + 1) * from.width), i * to.width);
}

/** Returns the probability of a match for a weight in bits. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}

/** Returns the weight in bits of a probability. */
export function weightOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}
