import type {Graph} from "./graph.js";

/** Returns each node’s number of neighbours. */
export function degrees({nodeCount, offsets}: Graph): Int32Array {
  return Int32Array.from({length: nodeCount}, (_, v) => offsets[v + 1]! - offsets[v]!);
}

/** Returns each node’s strength: the sum of its edges’ weights. */
export function strengths({nodeCount, offsets, weights}: Graph): Float64Array {
  const sums = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++)
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) sums[v]! += weights[i]!;
  return sums;
}
