import type {Comparison} from "./comparison.js";
import type {LinkageModel} from "./linkageModel.js";

/** Pairs of records with their match weight, and the level and part of each comparison, width columns a pair. */
export interface ScoredPairs {
  width: number;
  a: Int32Array;
  b: Int32Array;
  /** Numbers of the blocking rules that propose each pair, added up. */
  rules: Uint16Array;
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

/** Puts scored pairs together, in the order given. */
export function joinScored(blocks: ScoredPairs[]): ScoredPairs {
  const count = blocks.reduce((sum, {a}) => sum + a.length, 0);
  const width = blocks[0]?.width ?? 0;
  const joined: ScoredPairs = {
    width,
    a: new Int32Array(count),
    b: new Int32Array(count),
    rules: new Uint16Array(count),
    weights: new Float64Array(count),
    levels: new Int8Array(count * width),
    parts: new Float32Array(count * width)
  };
  let at = 0;
  for (const {a, b, rules, weights, levels, parts} of blocks) {
    joined.a.set(a, at);
    joined.b.set(b, at);
    joined.rules.set(rules, at);
    joined.weights.set(weights, at);
    joined.levels.set(levels, at * width);
    joined.parts.set(parts, at * width);
    at += a.length;
  }
  return joined;
}

/** Returns the probability of a match for a weight in bits. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}

/** Returns the weight in bits of a probability. */
export function weightOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}
