import {baseLevel} from "./communityLevel.js";
import type {Graph} from "./graph.js";

/**
 * Returns the modularity of a partition: the share of weight inside communities less what random ties of the
 * same strengths would put there (Newman and Girvan, 2004; resolution after Reichardt and Bornholdt, 2006).
 * Communities are whole numbers from 0. Loops lie inside the community of their node and count twice in its strength.
 * NaN for a graph without edges.
 */
export function modularity(
  graph: Graph,
  communities: ArrayLike<number>,
  {resolution = 1, loops}: {resolution?: number; loops?: Float64Array} = {}
): number {
  const {nodeCount, offsets, targets, weights, strength, doubleWeight} = baseLevel(graph, loops);
  let largest = 0;
  for (let v = 0; v < nodeCount; v++) largest = Math.max(largest, communities[v]!);
  const totals = new Float64Array(largest + 1);
  let inside = 0;
  for (let v = 0; v < nodeCount; v++) {
    const community = communities[v]!;
    totals[community]! += strength[v]!;
    if (loops) inside += 2 * loops[v]!;
    for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++)
      if (communities[targets[i]!] === community) inside += weights[i]!;
  }
  let expected = 0;
  for (const total of totals) expected += (total / doubleWeight) ** 2;
  return inside / doubleWeight - resolution * expected;
}
