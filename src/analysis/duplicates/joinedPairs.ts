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
  const disagrees = (c: number, level: number) =>
    level >= 0 && Boolean(comparisons[c]!.levels[level]!.disagrees);
  const joined = new Uint8Array(a.length);
  for (let i = 0; i < a.length; i++)
    if (entities[a[i]!] === entities[b[i]!])
      joined[i] = streets.some((c) => disagrees(c, levels[i * width + c]!)) ? 0 : 1;
  return joined;
}
