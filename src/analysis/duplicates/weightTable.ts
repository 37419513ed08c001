import {comparePairs} from "./comparePairs.js";
import type {Comparison} from "./comparison.js";
import type {LinkageModel} from "./linkageModel.js";
import {PairScorer} from "./scorePair.js";

export interface Weighing {
  model: LinkageModel;
  comparisons: Comparison[];
  records: number;
  /** What stands instead of the weight of a pair, by first record × records + second record. */
  decided: Map<number, number>;
}

/** Returns the match weight of every two members less the threshold; members ascend. */
export function weightTable(
  {model, comparisons, records, decided}: Weighing,
  members: number[],
  threshold: number
): Float64Array[] {
  const scorer = new PairScorer(model);
  const table = members.map(() => new Float64Array(members.length));
  for (const [i, a] of members.entries()) {
    const others = members.slice(i + 1);
    const pairs = comparePairs(comparisons, new Int32Array(others.length).fill(a), others);
    for (const [k, b] of others.entries()) {
      const j = i + 1 + k;
      table[i]![j] = table[j]![i] =
        decided.get(a * records + b) ?? scorer.score(pairs.levels, pairs.rarity, k) - threshold;
    }
  }
  return table;
}
