import type {ComparedPairs} from "./comparePairs.js";
import type {Comparison} from "./comparison.js";
import type {RecordPairs} from "./randomPairs.js";

/**
 * Returns a function that tells whether pair i agrees plainly on all that both tell and shares so
 * much that chance would not bring it about: among all possible pairs, fewer than 2^margin such pairs would be met if
 * words and values were independent. A value alone tells less: one that many records hold may be a common one, or be one
 * entity’s that has many records.
 */
export function beyondChance(
  comparisons: Comparison[],
  possiblePairs: number,
  margin: number
): (compared: ComparedPairs, i: number, pairs: RecordPairs) => boolean {
  const enough = Math.log2(Math.max(2, possiblePairs)) - margin;
  return ({width, levels, rarity}, i, {a, b}) => {
    let bits = 0;
    for (let c = 0; c < width; c++) {
      const level = levels[i * width + c]!;
      if (level < 0) continue;
      const {surprise, levels: known} = comparisons[c]!;
      const {isPlain = level <= 1} = known[level]!;
      if (!isPlain) return false;
      bits += surprise ? surprise(a[i]!, b[i]!) : rarity[i * width + c]!;
    }
    return bits >= enough;
  };
}
