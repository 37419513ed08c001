import type {Graph} from "./graph.js";

export interface CutPoints {
  /** Nodes whose removal splits their component, ascending. */
  articulationPoints: Int32Array;
  /** Edges whose removal splits their component: pairs with the smaller node first, ascending. */
  bridges: Array<[number, number]>;
  /** For each node, the roots of the search subtrees that its removal cuts off from the search’s start. */
  cutOff: Map<number, number[]>;
  /** Place of each node in depth-first order; a subtree occupies discovery to discovery + subtree size − 1. */
  discovery: Int32Array;
  subtreeSizes: Int32Array;
}

/** Finds articulation points and bridges in one depth-first search (Hopcroft and Tarjan, 1973), without recursion. */
export function cutPoints({nodeCount, offsets, targets}: Graph): CutPoints {
  const discovery = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const parents = new Int32Array(nodeCount).fill(-1);
  const subtreeSizes = new Int32Array(nodeCount).fill(1);
  const next = offsets.slice(0, nodeCount);
  const stack = new Int32Array(nodeCount);
  const bridges: Array<[number, number]> = [];
  const cutOff = new Map<number, number[]>();
  let clock = 0;
  const leave = (v: number): void => {
    const parent = parents[v]!;
    if (parent < 0) return;
    low[parent] = Math.min(low[parent]!, low[v]!);
    subtreeSizes[parent]! += subtreeSizes[v]!;
    if (low[v]! > discovery[parent]!) bridges.push([Math.min(v, parent), Math.max(v, parent)]);
    if (low[v]! < discovery[parent]!) return;
    const children = cutOff.get(parent);
    if (children) children.push(v);
    else cutOff.set(parent, [v]);
  };
  for (let root = 0; root < nodeCount; root++) {
    if (discovery[root]! >= 0) continue;
    let depth = 0;
    stack[depth++] = root;
    discovery[root] = low[root] = clock++;
    while (depth > 0) {
      const v = stack[depth - 1]!;
      if (next[v]! === offsets[v + 1]!) {
        depth--;
        leave(v);
        continue;
      }
      const u = targets[next[v]!++]!;
      if (discovery[u]! < 0) {
        parents[u] = v;
        discovery[u] = low[u] = clock++;
        stack[depth++] = u;
      } else if (u !== parents[v]) low[v] = Math.min(low[v]!, discovery[u]!);
    }
    // The start is a cut point only if the search had to begin twice from it; one subtree is then its own side.
    if ((cutOff.get(root)?.length ?? 0) < 2) cutOff.delete(root);
  }
  bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const articulationPoints = Int32Array.from(cutOff.keys()).sort();
  return {articulationPoints, bridges, cutOff, discovery, subtreeSizes};
}
