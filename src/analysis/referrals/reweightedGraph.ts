import type {Factor} from "./continuumScorer.js";
import {buildGraph, type EdgeList, type Graph} from "./graph.js";
import type {TieFactors} from "./explainTies.js";

/** Returns the graph of unique ties with, in place of each weight, the number of its tie, from 1. */
export function numberedGraph(nodeCount: number, {sources, targets}: EdgeList): Graph {
  const weights = new Int32Array(sources.length);
  for (let e = 0; e < weights.length; e++) weights[e] = e + 1;
  return buildGraph(nodeCount, {sources, targets, weights});
}

/** Returns the network as it would be if one factor’s weight changed by a share, the set of ties held fixed. */
export function reweightedGraph(
  numbered: Graph,
  {scores, contributions}: Pick<TieFactors, "scores" | "contributions">,
  {factor, share}: {factor: Factor; share: number}
): Graph {
  const parts = contributions[factor];
  const weights = numbered.weights.map((e) => scores[e - 1]! + share * parts[e - 1]!);
  return {...numbered, weights, totalWeight: weights.reduce((sum, weight) => sum + weight, 0) / 2};
}
