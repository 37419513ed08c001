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
  // A search goes through a whole component before it begins another one.
  const begins = new Int32Array(sizes.length).fill(graph.nodeCount);
  components.forEach((component, v) => {
    begins[component] = Math.min(begins[component]!, cuts.discovery[v]!);
  });
  const subtree = (root: number) => {
    const first = cuts.discovery[root]!;
    return byDiscovery.slice(first, first + cuts.subtreeSizes[root]!).sort();
  };
  const lost = new Map<number, Int32Array>();
  for (const v of cuts.articulationPoints) {
    const roots = cuts.cutOff.get(v)!;
    const below = roots.map(subtree);
    const component = components[v]!;
    const above = sizes[component]! - 1 - below.reduce((sum, part) => sum + part.length, 0);
    below.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
    // A search starts at the smallest node of its component, so that node is never below another one.
    const parts = above >= below[0]!.length ? below : below.slice(1);
    const nodes = parts.flatMap((part) => Array.from(part));
    const whole = {first: begins[component]!, size: sizes[component]!};
    const rest = parts !== below && above > 0 ? remainder(whole, {point: v, roots, byDiscovery}, cuts) : [];
    lost.set(v, Int32Array.from(nodes.concat(rest)).sort());
  }
  return lost;
}

/** Lists the nodes of a component but for the point and what lies below it, in the order of the search. */
function remainder(
  {first, size}: {first: number; size: number},
  {point, roots, byDiscovery}: {point: number; roots: number[]; byDiscovery: Int32Array},
  {discovery, subtreeSizes}: CutPoints
): number[] {
  const left = [
    {from: discovery[point]!, to: discovery[point]! + 1},
    ...roots.map((root) => ({from: discovery[root]!, to: discovery[root]! + subtreeSizes[root]!}))
  ].sort((a, b) => a.from - b.from);
  const nodes: number[] = [];
  let at = first;
  for (const {from, to} of [...left, {from: first + size, to: first + size}]) {
    for (; at < from; at++) nodes.push(byDiscovery[at]!);
    at = to;
  }
  return nodes;
}
