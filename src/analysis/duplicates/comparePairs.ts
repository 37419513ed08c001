import type {Comparison} from "./comparison.js";

/** Levels of many pairs under all comparisons; row i holds pair i, one column per comparison. */
export interface ComparedPairs {
  count: number;
  width: number;
  /** Level, or −1 where a value is missing. */
  levels: Int8Array;
  /** −log2 of the shared value's frequency at levels that depend on it, else 0. */
  rarity: Float32Array;
}

/** Compares the records a[i] and b[i] for each i below count, by the comparisons that the filter admits. */
export function comparePairs(
  comparisons: Comparison[],
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  isWanted: (comparison: Comparison) => boolean = () => true
): ComparedPairs {
  const [count, width] = [a.length, comparisons.length];
  const pairs = {
    count,
    width,
    levels: new Int8Array(count * width).fill(-1),
    rarity: new Float32Array(count * width)
  };
  for (const [column, comparison] of comparisons.entries())
    if (isWanted(comparison))
      for (let pair = 0; pair < count; pair++)
        fillLevel(comparison, column, {pairs, pair, a: a[pair]!, b: b[pair]!});
  return pairs;
}

/** One pair of records, and where its levels are kept. */
export interface PairAt {
  pairs: ComparedPairs;
  pair: number;
  a: number;
  b: number;
}

/** Compares one pair by one comparison. */
export function fillLevel(comparison: Comparison, column: number, {pairs, pair, a, b}: PairAt): void {
  const at = pair * pairs.width + column;
  const level = comparison.compare(a, b);
  pairs.levels[at] = level;
  if (level >= 0 && comparison.levels[level]!.byFrequency !== undefined)
    pairs.rarity[at] = -Math.log2(comparison.share());
}

/** Takes the rarity of shared values anew, after a recount; levels stay. */
export function refreshRarity(
  comparisons: Comparison[],
  pairs: ComparedPairs,
  a: ArrayLike<number>,
  b: ArrayLike<number>
): void {
  for (const [column, comparison] of comparisons.entries())
    for (let pair = 0; pair < pairs.count; pair++)
      if (pairs.rarity[pair * pairs.width + column] !== 0)
        fillLevel(comparison, column, {pairs, pair, a: a[pair]!, b: b[pair]!});
}
