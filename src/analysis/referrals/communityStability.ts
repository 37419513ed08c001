import type {Agreement} from "./agreement.js";

export interface Stability {
  /** Mean adjusted Rand index of the other partitions with the first. */
  agreement: number;
  /** For each community, the mean share of its pairs of members that the others keep together. */
  communities: Float64Array;
}

/** Sums up how other partitions of the same nodes agree with one of so many communities. */
export function communityStability(communityCount: number, others: Agreement[]): Stability {
  const communities = new Float64Array(communityCount);
  let agreement = 0;
  for (const {index, kept} of others) {
    agreement += index / others.length;
    kept.forEach((share, community) => (communities[community]! += share / others.length));
  }
  return {agreement, communities};
}
