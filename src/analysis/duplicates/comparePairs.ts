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

/** Compares the records a[i] and b[i] for each i below count. */
export function comparePairs(
  comparisons: Comparison[],
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  count = a.length
): ComparedPairs {
  const width = comparisons.length;
  const levels = new Int8Array(count * width);
  const rarity = new Float32Array(count * width);
  for (const [column, comparison] of comparisons.entries()) {
    const byFrequency = comparison.levels.map((level) => level.byFrequency !== undefined);
    for (let pair = 0; pair < count; pair++) {
      const level = comparison.compare(a[pair]!, b[pair]!);
      levels[pair * width + column] = level;
      if (level >= 0 && byFrequency[level]) rarity[pair * width + column] = -Math.log2(comparison.share());
    }
  }
  return {count, width, levels, rarity};
}
