import type {Graph} from "./graph.js";

/** Returns each node’s number of neighbours. */
export function degrees({nodeCount, offsets}: Graph): Int32Array {
  const counts = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) counts[v] = offsets[v + 1]! - offsets[v]!;
  return counts;
}

/** Returns each node’s strength: the sum of its edges’ weights. */
export function strengths({nodeCount, offsets, weights}: Graph): Float64Array {
  const sums = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    let sum = 0;
    for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++) sum += weights[i]!;
    sums[v] = sum;
  }
  return sums;
}
