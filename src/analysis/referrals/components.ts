import type {Graph} from "./graph.js";

export interface Components {
  /** Component of each node, numbered from 0 in order of their smallest node. */
  components: Int32Array;
  /** Nodes of each component. */
  sizes: Int32Array;
}

/** Finds the connected components by breadth-first search. */
export function connectedComponents({nodeCount, offsets, targets}: Graph): Components {
  const components = new Int32Array(nodeCount).fill(-1);
  const queue = new Int32Array(nodeCount);
  const sizes: number[] = [];
  for (let root = 0; root < nodeCount; root++) {
    if (components[root]! >= 0) continue;
    let end = 0;
    queue[end++] = root;
    components[root] = sizes.length;
    for (let head = 0; head < end; head++) {
      const v = queue[head]!;
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const u = targets[i]!;
        if (components[u]! >= 0) continue;
        components[u] = sizes.length;
        queue[end++] = u;
      }
    }
    sizes.push(end);
  }
  return {components, sizes: Int32Array.from(sizes)};
}
