import {adjustedRandIndex, keptTogether} from "./agreement.js";

export interface Stability {
  /** Mean adjusted Rand index of the other partitions with the first. */
  agreement: number;
  /** For each community, the mean share of its pairs of members that the others keep together. */
  communities: Float64Array;
}

/** Compares a partition with others of the same nodes. */
export function communityStability(communities: Int32Array, others: Int32Array[]): Stability {
  const count = communities.reduce((most, community) => Math.max(most, community + 1), 0);
  const kept = new Float64Array(count);
  let agreement = 0;
  for (const other of others) {
    agreement += adjustedRandIndex(communities, other) / others.length;
    keptTogether(communities, other).forEach(
      (share, community) => (kept[community]! += share / others.length)
    );
  }
  return {agreement, communities: kept};
}
