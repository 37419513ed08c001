import {strengths} from "./degrees.js";
import type {Graph} from "./graph.js";

/**
 * Returns the modularity of a partition: the share of weight inside communities less what random ties of the
 * same strengths would put there (Newman and Girvan, 2004; resolution after Reichardt and Bornholdt, 2006).
 * NaN for a graph without edges.
 */
export function modularity(graph: Graph, communities: ArrayLike<number>, resolution = 1): number {
  const {nodeCount, offsets, targets, weights, totalWeight} = graph;
  const strength = strengths(graph);
  const totals = new Map<number, number>();
  let inside = 0;
  for (let v = 0; v < nodeCount; v++) {
    const community = communities[v]!;
    totals.set(community, (totals.get(community) ?? 0) + strength[v]!);
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++)
      if (communities[targets[i]!] === community) inside += weights[i]!;
  }
  let expected = 0;
  for (const total of totals.values()) expected += (total / (2 * totalWeight)) ** 2;
  return inside / (2 * totalWeight) - resolution * expected;
}
