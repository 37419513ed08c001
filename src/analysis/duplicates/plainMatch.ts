import type {ComparedPairs} from "./comparePairs.js";
import type {Comparison} from "./comparison.js";

/** Least probability of a match that a plain match is given, and one between whose texts or codes differ. */
const TRUSTED = 0.8;
const DOUBTED = 0.5;
/** Bits short of the rarest value that still count as rare. */
const NEARLY_RAREST = 2;

/**
 * Returns a function that tells how probable it is at least, before anything is learned, that the records of pair i
 * are one entity: they agree plainly on a rare value, and on whatever else both tell; a place may agree in part, and
 * where the rare value is a name, descriptions and codes may differ. Keeps expectation maximisation from explaining
 * all agreement as chance, as deterministic rules do in other systems.
 */
export function plainMatch(
  comparisons: Comparison[],
  records: number
): (pairs: ComparedPairs, i: number) => number {
  const rare = Math.log2(Math.max(2, records)) - NEARLY_RAREST;
  return ({width, levels, rarity}, i) => {
    let hasRare = false;
    let isNamed = false;
    let isDoubted = false;
    for (let c = 0; c < width; c++) {
      const level = levels[i * width + c]!;
      if (level < 0) continue;
      const {aspect, levels: known} = comparisons[c]!;
      const {isPlain = level <= 1, disagrees} = known[level]!;
      if (!isPlain && (aspect === "who" || (aspect === "where" && disagrees))) return 0;
      isDoubted ||= !isPlain && aspect === "what";
      const isRare = isPlain && rarity[i * width + c]! >= rare;
      hasRare ||= isRare;
      isNamed ||= isRare && aspect === "who";
    }
    return isDoubted ? (isNamed ? DOUBTED : 0) : hasRare ? TRUSTED : 0;
  };
}
