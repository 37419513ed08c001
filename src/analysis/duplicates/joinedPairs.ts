import type {ComparedPairs} from "./comparePairs.js";
import type {Comparison} from "./comparison.js";
import type {RecordPairs} from "./randomPairs.js";

/**
 * Flags the pairs whose records are one entity, unless they name different streets: where a third record
 * joined two places, nothing is to be learned from their pair. Names of one entity may differ as they like.
 */
export function joinedPairs(
  comparisons: Comparison[],
  {width, levels}: ComparedPairs,
  {a, b}: RecordPairs,
  entities: Int32Array
): Uint8Array {
  const streets = comparisons.flatMap(({decides, aspect}, c) => (decides && aspect === "where" ? [c] : []));
  return Uint8Array.from(a, (record, i) => {
    if (entities[record] !== entities[b[i]!]) return 0;
    const disagrees = streets.some((c) => {
      const level = levels[i * width + c]!;
      return level >= 0 && comparisons[c]!.levels[level]!.disagrees;
    });
    return disagrees ? 0 : 1;
  });
}
