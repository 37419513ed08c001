import type {Comparison} from "./comparison.js";
import {rarityLevels} from "./rarityLevels.js";

/** Levels of many pairs under all comparisons; row i holds pair i, one column per comparison. */
export interface ComparedPairs {
  count: number;
  width: number;
  /** Level, or −1 where a value is missing. */
  levels: Int8Array;
  /** −log2 of the shared value's frequency at levels that depend on it, else 0. */
  rarity: Float32Array;
  /** 1 where both records were joined to one entity before; missing where nothing was joined yet. */
  joined?: Uint8Array;
}

/** Compares the records a[i] and b[i] for each i; with atBest, only as far as it costs little. */
export function comparePairs(
  comparisons: Comparison[],
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  {atBest = false} = {}
): ComparedPairs {
  const [count, width] = [a.length, comparisons.length];
  const pairs = {
    count,
    width,
    levels: new Int8Array(count * width).fill(-1),
    rarity: new Float32Array(count * width)
  };
  for (const [column, comparison] of comparisons.entries())
    fillColumn(pairs, column, {comparison, a, b, atBest});
  return pairs;
}

/** Puts pairs compared by width comparisons together, in the order given. */
export function joinCompared(parts: ComparedPairs[], width: number): ComparedPairs {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const joined = {
    count,
    width,
    levels: new Int8Array(count * width),
    rarity: new Float32Array(count * width)
  };
  let at = 0;
  for (const part of parts) {
    joined.levels.set(part.levels, at);
    joined.rarity.set(part.rarity, at);
    at += part.count * width;
  }
  return joined;
}

interface OneColumn {
  comparison: Comparison;
  a: ArrayLike<number>;
  b: ArrayLike<number>;
  atBest: boolean;
}

/** Compares all pairs by one comparison, so that what it looks at stays in the cache. */
function fillColumn(
  {count, width, levels, rarity}: ComparedPairs,
  column: number,
  {comparison, a, b, atBest}: OneColumn
): void {
  const {compare, bound, share} = comparison;
  const levelOf = atBest && bound ? bound : compare;
  const hasRarity = rarityLevels(comparison.levels);
  for (let pair = 0, at = column; pair < count; pair++, at += width) {
    const level = levelOf(a[pair]!, b[pair]!);
    levels[at] = level;
    if (level >= 0 && hasRarity[level]) rarity[at] = -Math.log2(share());
  }
}

interface OneComparison {
  comparison: Comparison;
  a: number;
  b: number;
}

/** Compares two records by one comparison and keeps level and rarity at the given place. */
export function fillLevel(pairs: ComparedPairs, at: number, {comparison, a, b}: OneComparison): void {
  const level = comparison.compare(a, b);
  pairs.levels[at] = level;
  const isRarityKnown = level >= 0 && comparison.levels[level]!.byFrequency !== undefined;
  pairs.rarity[at] = isRarityKnown ? -Math.log2(comparison.share()) : 0;
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
        fillLevel(pairs, pair * pairs.width + column, {comparison, a: a[pair]!, b: b[pair]!});
}
