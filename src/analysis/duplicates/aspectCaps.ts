import type {LinkageModel} from "./linkageModel.js";

const STRONG_PLACE = 6;
const AGREES = 3;
const DISAGREES = -2;
const MOVED = 0.06;

/**
 * Learns how far one aspect alone can be trusted. Where many pairs share name and contacts but not the place,
 * the records are branches of operators, and name and contacts prove no more than the operator; where many
 * share the place but not the name, buildings house several organizations. The cap is the log2 odds of a
 * match among pairs that agree in the aspect. A few moved places are expected and not held against it.
 */
export function aspectCaps({comparisons, prior}: LinkageModel) {
  const hasBoth = comparisons.some(({aspect}) => aspect === "who") && comparisons.some((c) => c.pinpoints);
  let [samePlace, otherPlace, sameParty, otherParty] = [0, 0, 0, 0];
  return {
    add(evidence: Float64Array, count: number): void {
      const who = evidence[0]!;
      const where = evidence[1]!;
      if (who + prior >= 0 && Math.abs(evidence[2]!) < AGREES) {
        if (where > AGREES) samePlace += count;
        if (where < DISAGREES) otherPlace += count;
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
