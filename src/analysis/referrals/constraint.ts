import {strengths} from "./degrees.js";
import type {Graph} from "./graph.js";

/**
 * Returns Burt’s constraint of each node (Structural Holes, 1992, chapter 2): near 0 for a broker between parties
 * that do not know each other, high where all of a node’s ties lead into one closed circle. NaN without ties.
 */
export function constraint(graph: Graph): Float64Array {
  const {nodeCount, offsets, targets, weights} = graph;
  const strength = strengths(graph);
  const invested = new Float64Array(nodeCount);
  return Float64Array.from({length: nodeCount}, (_, v) => {
    if (offsets[v] === offsets[v + 1]) return NaN;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) invested[targets[i]!] = weights[i]! / strength[v]!;
    let sum = 0;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const j = targets[i]!;
      let share = invested[j]!;
      for (let k = offsets[j]!; k < offsets[j + 1]!; k++) {
        const q = targets[k]!;
        if (q !== v) share += (invested[q]! * weights[k]!) / strength[q]!;
      }
      sum += share * share;
    }
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) invested[targets[i]!] = 0;
    return sum;
  });
}
