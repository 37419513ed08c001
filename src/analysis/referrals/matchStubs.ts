import type {EdgeList} from "./graph.js";
import {PairSet} from "./pairSet.js";
import {shuffled} from "./seededRandom.js";

/**
 * Returns a random graph in which every node keeps its number of ties: all ends of edges are shuffled and joined two by
 * two (Molloy and Reed, 1995), then loops and parallel edges exchange ends with random edges until none is left. Nearly
 * uniform for sparse graphs; a few swaps by `rewire` remove what bias the repair leaves.
 */
export function matchStubs(nodeCount: number, edges: EdgeList, random: () => number) {
  const edgeCount = edges.sources.length;
  const {sources, targets} = shuffledEnds(edges, random);
  const seen = new PairSet(nodeCount, edgeCount);
  const bad: number[] = [];
  for (let e = 0; e < edgeCount; e++) {
    const [a, b] = [sources[e]!, targets[e]!];
    if (a === b || seen.has(a, b)) bad.push(e);
    else seen.add(a, b);
  }
  for (let tries = 1000 * (bad.length + 1); bad.length > 0 && tries > 0; tries--) {
    const e = bad.at(-1)!;
    const f = Math.floor(random() * edgeCount);
    const [a, b, c, d] = [sources[e]!, targets[e]!, sources[f]!, targets[f]!];
    if (
      bad.includes(f) ||
      a === d ||
      c === b ||
      seen.has(a, d) ||
      seen.has(c, b) ||
      (a === c && b === d) ||
      (a === b && c === d)
    )
      continue;
    seen.delete(c, d);
    seen.add(a, d);
    seen.add(c, b);
    targets[e] = d;
    targets[f] = b;
    bad.pop();
  }
  return bad.length === 0 ? {sources, targets} : null;
}

/** Joins the ends of all edges, which are numbered source by target, in a random order. */
function shuffledEnds(edges: EdgeList, random: () => number) {
  const edgeCount = edges.sources.length;
  const order = shuffled(2 * edgeCount, random);
  const [sources, targets] = [new Int32Array(edgeCount), new Int32Array(edgeCount)];
  const endAt = (i: number) => (i % 2 === 0 ? edges.sources : edges.targets)[i >>> 1]!;
  for (let e = 0; e < edgeCount; e++) {
    sources[e] = endAt(order[2 * e]!);
    targets[e] = endAt(order[2 * e + 1]!);
  }
  return {sources, targets};
}
