import type {Graph} from "./graph.js";

/**
 * Returns the global clustering coefficient: the share of paths of two steps whose ends are tied themselves
 * (three times the triangles over the connected triples). NaN where there are no such paths.
 */
export function transitivity({nodeCount, offsets, targets}: Graph): number {
  const marked = new Int32Array(nodeCount).fill(-1);
  let closed = 0;
  let triples = 0;
  for (let v = 0; v < nodeCount; v++) {
    const degree = offsets[v + 1]! - offsets[v]!;
    triples += (degree * (degree - 1)) / 2;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) marked[targets[i]!] = v;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const u = targets[i]!;
      if (u < v) continue;
      for (let k = offsets[u]!; k < offsets[u + 1]!; k++)
        if (targets[k]! > u && marked[targets[k]!] === v) closed++;
    }
  }
  return (3 * closed) / triples;
}
