import type {ComparedPairs} from "./comparePairs.js";
import type {LinkageModel} from "./linkageModel.js";
import type {PairPatterns} from "./pairPatterns.js";

const STRONG_PLACE = 6;
const AGREES = 3;
const DISAGREES = -2;
const MOVED = 0.06;

/**
 * Learns how far one aspect alone can be trusted. Where many pairs share name and contacts but not the place,
 * the records are branches of operators, and name and contacts prove no more than the operator; where many
 * share the place but not the name, buildings house several organizations. The cap is the log2 odds of a
 * match among pairs that agree in the aspect. A few moved places are expected and not held against it.
 * Another street is another place whatever it weighs: were its weight to decide, branches that were once taken
 * for matches would make another street look common among matches, and so would count as branches no longer.
 */
export function aspectCaps({comparisons, prior}: LinkageModel) {
  const hasBoth = comparisons.some(({aspect}) => aspect === "who") && comparisons.some((c) => c.pinpoints);
  const streets = comparisons.flatMap((comparison, c) =>
    comparison.decides && comparison.pinpoints ? [{c, levels: comparison.levels}] : []
  );
  const isElsewhere = ({levels, width}: ComparedPairs, i: number) =>
    streets.some(({c, levels: known}) => {
      const level = levels[i * width + c]!;
      return level >= 0 && known[level]!.disagrees && known[level]!.most === undefined;
    });
  let [samePlace, otherPlace, sameParty, otherParty] = [0, 0, 0, 0];
  return {
    /** Counts the pairs of pattern i, of which the scorer has just told the evidence. */
    add(patterns: PairPatterns, i: number, evidence: Float64Array): void {
      const count = patterns.counts[i]!;
      const who = evidence[0]!;
      const where = evidence[1]!;
      if (who + prior >= 0 && Math.abs(evidence[2]!) < AGREES) {
        if (where > AGREES) samePlace += count;
        if (where < DISAGREES || isElsewhere(patterns, i)) otherPlace += count;
      }
      if (where >= STRONG_PLACE) {
        if (who > AGREES) sameParty += count;
        if (who < DISAGREES) otherParty += count;
      }
    },
    result(): LinkageModel["caps"] {
      if (!hasBoth) return {who: Infinity, where: Infinity};
      const branches = Math.max(0, otherPlace - MOVED * (samePlace + otherPlace));
      return {
        who: clamp(Math.log2((samePlace + 4) / (branches + 1)), -2, 10),
        where: clamp(Math.log2((sameParty + 4) / (otherParty + 1)), -6, 8)
      };
    }
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
