import {connectedComponents} from "./components.js";
import type {CutPoints} from "./cutPoints.js";
import type {Graph} from "./graph.js";

/**
 * Lists, for each articulation point, the nodes that its removal cuts off from the largest remaining part of its
 * component, ascending. Of several largest parts, the one holding the smallest node counts as the rest.
 */
export function removals(graph: Graph, cuts: CutPoints): Map<number, Int32Array> {
  const {components, sizes} = connectedComponents(graph);
  const byDiscovery = new Int32Array(graph.nodeCount);
  for (let v = 0; v < graph.nodeCount; v++) byDiscovery[cuts.discovery[v]!] = v;
  const subtree = (root: number) => {
    const first = cuts.discovery[root]!;
    return byDiscovery.slice(first, first + cuts.subtreeSizes[root]!).sort();
  };
  const lost = new Map<number, Int32Array>();
  for (const v of cuts.articulationPoints) {
    const below = cuts.cutOff.get(v)!.map(subtree);
    const above = sizes[components[v]!]! - 1 - below.reduce((sum, part) => sum + part.length, 0);
    below.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
    // A search starts at the smallest node of its component, so that node is never below another one.
    const parts = above >= below[0]!.length ? below : below.slice(1);
    const nodes = parts.flatMap((part) => Array.from(part));
    const rest = parts !== below && above > 0 ? remainder(components, v, below) : [];
    lost.set(v, Int32Array.from(nodes.concat(rest)).sort());
  }
  return lost;
}

function remainder(components: Int32Array, point: number, below: Int32Array[]): number[] {
  const apart = new Set([point, ...below.flatMap((part) => Array.from(part))]);
  const nodes: number[] = [];
  components.forEach((component, v) => {
    if (component === components[point] && !apart.has(v)) nodes.push(v);
  });
  return nodes;
}
