import type {Factor} from "./continuumScorer.js";
import type {TieFactors} from "./explainTies.js";
import type {EdgeList, Graph} from "./graph.js";

/**
 * Returns the network as it would be if one factor’s weight changed by a share, the set of ties held fixed. The ties are
 * those of the graph, each once, in ascending order, the lower place first.
 */
export function reweightedGraph(
  graph: Graph,
  {sources, targets}: EdgeList,
  {scores, contributions}: Pick<TieFactors, "scores" | "contributions">,
  {factor, share}: {factor: Factor; share: number}
): Graph {
  const parts = contributions[factor];
  const weights = new Float64Array(graph.weights.length);
  // In that order a place meets its lower neighbours first, and all in ascending order, as the graph lists them.
  const cursor = graph.offsets.slice();
  for (let e = 0; e < sources.length; e++)
    weights[cursor[sources[e]!]!++] = weights[cursor[targets[e]!]!++] = scores[e]! + share * parts[e]!;
  return {...graph, weights, totalWeight: weights.reduce((sum, weight) => sum + weight, 0) / 2};
}
