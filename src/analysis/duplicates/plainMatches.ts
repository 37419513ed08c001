import type {Comparison} from "./comparison.js";
import type {PairPatterns} from "./pairPatterns.js";

/** Share of plain matches taken for true. */
const TRUSTED = 0.8;
/** Bits short of the rarest value that still count as rare. */
const NEARLY_RAREST = 2;

/**
 * Returns the number of matches that stand to reason before anything is learned: pairs that agree on a rare
 * value and, at the two strongest levels, on whatever else both records tell; four fifths of them. Keeps
 * expectation maximisation from explaining all agreement as chance where there is one field alone.
 */
export function plainMatches(comparisons: Comparison[], pairs: PairPatterns, records: number): number {
  const rare = Math.log2(Math.max(2, records)) - NEARLY_RAREST;
  let count = 0;
  for (let i = 0; i < pairs.count; i++) {
    let [agrees, isRare] = [true, false];
    for (let c = 0; c < pairs.width && agrees; c++) {
      const level = pairs.levels[i * pairs.width + c]!;
      if (level > 1) agrees = comparisons[c]!.aspect === "where" && !comparisons[c]!.levels[level]!.disagrees;
      if (level === 0 || level === 1) isRare ||= pairs.rarity[i * pairs.width + c]! >= rare;
    }
    if (agrees && isRare) count += pairs.counts[i]!;
  }
  return TRUSTED * count;
}
