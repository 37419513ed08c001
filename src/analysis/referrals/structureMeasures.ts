import {assortativity, numericAssortativity} from "./assortativity.js";
import {transitivity} from "./clustering.js";
import {connectedComponents} from "./components.js";
import {degrees} from "./degrees.js";
import {buildGraph, type EdgeList} from "./graph.js";
import {leiden} from "./leiden.js";

/** Kinds of places that ties may keep to, numbered from 0. */
export interface PlaceKinds {
  types: Int32Array;
  states: Int32Array;
}

/**
 * Measures the network as a whole: modularity of the communities that one pass of Leiden finds, clustering, how far ties
 * keep to one type, state and degree, and the share of places in the largest component.
 */
export function structureMeasures(
  nodeCount: number,
  edges: EdgeList,
  {types, states, seed}: PlaceKinds & {seed: number}
): Record<string, number> {
  const graph = buildGraph(nodeCount, edges);
  const {sizes} = connectedComponents(graph);
  return {
    modularity: leiden(graph, {seed, restarts: 1, iterations: 1}).modularity,
    clustering: transitivity(graph),
    type_assortativity: assortativity(types, edges),
    state_assortativity: assortativity(states, edges),
    degree_assortativity: numericAssortativity(degrees(graph), edges),
    largest_component_share: sizes.reduce((most, size) => Math.max(most, size), 0) / nodeCount
  };
}
