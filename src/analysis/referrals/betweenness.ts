import {connectedComponents} from "./components.js";
import type {Graph} from "./graph.js";
import {seededRandom, shuffled} from "./seededRandom.js";
import {ShortestPaths} from "./shortestPaths.js";

export interface BetweennessOptions {
  /** Largest number of starting nodes in one component; those of a smaller one are all used, which is exact. */
  maxSources?: number;
  seed?: number;
}

export interface Betweenness {
  /** Pairs of other nodes whose shortest paths run through the node, each pair counted by the share of its paths. */
  scores: Float64Array;
  /** Standard error of each score; 0 where it is exact. */
  errors: Float64Array;
  isExact: boolean;
}

/**
 * Computes betweenness by Brandes’ algorithm (2001), counting steps and not weights. In components of more than
 * maxSources nodes it starts from a random sample of them, without replacement, and scales up (Brandes and Pich,
 * 2007); the error follows from the spread of what each start contributes, with the finite population correction.
 * Trust it for leading nodes; the score of a node that only a few starts pass through may be off by more.
 */
export function betweenness(
  graph: Graph,
  {maxSources = Infinity, seed = 1}: BetweennessOptions = {}
): Betweenness {
  const sums = new Float64Array(graph.nodeCount);
  const squares = new Float64Array(graph.nodeCount);
  const {components, sizes} = connectedComponents(graph);
  const taken = new Int32Array(sizes.length);
  const paths = new ShortestPaths(graph);
  for (const source of shuffled(graph.nodeCount, seededRandom(seed))) {
    const component = components[source]!;
    if (sizes[component]! < 3 || taken[component]! >= maxSources) continue;
    taken[component]!++;
    paths.addDependencies(source, sums, squares);
  }
  const scores = new Float64Array(graph.nodeCount);
  const errors = new Float64Array(graph.nodeCount);
  for (let v = 0; v < graph.nodeCount; v++) {
    const [size, sample] = [sizes[components[v]!]!, taken[components[v]!]!];
    if (sample === 0) continue;
    scores[v] = (sums[v]! * size) / sample;
    const variance = sample > 1 ? Math.max(0, squares[v]! - sums[v]! ** 2 / sample) / (sample - 1) : Infinity;
    errors[v] = sample < size ? Math.sqrt((variance / sample) * (1 - sample / size)) * size : 0;
  }
  return {scores, errors, isExact: sizes.every((size) => size <= maxSources || size < 3)};
}
