import {strengths} from "./degrees.js";
import {buildGraph, type Graph} from "./graph.js";

/** A graph whose nodes stand for groups of nodes: what is inside a group counts in its strength. */
export interface CommunityLevel {
  graph: Graph;
  /** Strength of each node, twice the weight inside its group included. */
  strength: Float64Array;
  /** Twice the weight of the whole graph; the same at every level. */
  doubleWeight: number;
}

export function baseLevel(graph: Graph): CommunityLevel {
  return {graph, strength: strengths(graph), doubleWeight: 2 * graph.totalWeight};
}

/** Numbers the labels from 0 in order of first appearance, in place, and returns how many there are. */
export function renumber(labels: Int32Array): number {
  const numbers = new Map<number, number>();
  for (let v = 0; v < labels.length; v++) {
    let number = numbers.get(labels[v]!);
    if (number === undefined) numbers.set(labels[v]!, (number = numbers.size));
    labels[v] = number;
  }
  return numbers.size;
}

/** Collapses each group, numbered from 0 to count − 1, into one node. */
export function collapse(
  {graph, strength, doubleWeight}: CommunityLevel,
  groups: Int32Array,
  count: number
): CommunityLevel {
  const collapsed = new Float64Array(count);
  for (let v = 0; v < groups.length; v++) collapsed[groups[v]!]! += strength[v]!;
  return {graph: buildGraph(count, edgesBetween(graph, groups)), strength: collapsed, doubleWeight};
}

function edgesBetween({nodeCount, edgeCount, offsets, targets, weights}: Graph, groups: Int32Array) {
  const edges = {
    sources: new Int32Array(edgeCount),
    targets: new Int32Array(edgeCount),
    weights: new Float64Array(edgeCount)
  };
  let count = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const u = targets[i]!;
      if (u < v || groups[u] === groups[v]) continue;
      edges.sources[count] = groups[v]!;
      edges.targets[count] = groups[u]!;
      edges.weights[count++] = weights[i]!;
    }
  }
  return {
    sources: edges.sources.subarray(0, count),
    targets: edges.targets.subarray(0, count),
    weights: edges.weights.subarray(0, count)
  };
}
