import {connectedComponents, type Components} from "./components.js";
import type {Graph} from "./graph.js";
import {seededRandom, shuffled} from "./seededRandom.js";
import {dependenciesFrom, type Dependencies} from "./shortestPaths.js";

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

/** The nodes that paths are followed from, ascending, and how many of them lie in each component. */
export interface BetweennessSample extends Components {
  sources: Int32Array;
  taken: Int32Array;
}

/**
 * Computes betweenness by Brandes’ algorithm (2001), counting steps and not weights. In components of more than
 * maxSources nodes it starts from a random sample of them, without replacement, and scales up (Brandes and Pich,
 * 2007); the error follows from the spread of what each start contributes, with the finite population correction.
 * Trust it for leading nodes; the score of a node that only a few starts pass through may be off by more.
 */
export function betweenness(graph: Graph, options: BetweennessOptions = {}): Betweenness {
  const sample = betweennessSample(graph, options);
  return betweennessFrom(sample, dependenciesFrom(graph, sample.sources));
}

/** Draws the starting nodes of betweenness. */
export function betweennessSample(
  graph: Graph,
  {maxSources = Infinity, seed = 1}: BetweennessOptions = {}
): BetweennessSample {
  const {components, sizes} = connectedComponents(graph);
  const taken = new Int32Array(sizes.length);
  const drawn = shuffled(graph.nodeCount, seededRandom(seed)).filter((source) => {
    const component = components[source]!;
    if (sizes[component]! < 3 || taken[component]! >= maxSources) return false;
    taken[component]!++;
    return true;
  });
  // Ascending, so that paths followed one after the other run through the same part of memory.
  return {components, sizes, sources: drawn.sort(), taken};
}

/** Works out betweenness from what all starting nodes of the sample contribute. */
export function betweennessFrom(
  {components, sizes, taken}: BetweennessSample,
  {sums, squares}: Dependencies
): Betweenness {
  const scores = new Float64Array(components.length);
  const errors = new Float64Array(components.length);
  for (let v = 0; v < components.length; v++) {
    const [size, sample] = [sizes[components[v]!]!, taken[components[v]!]!];
    if (sample === 0) continue;
    const sum = sums[v]!;
    scores[v] = (sum * size) / sample;
    const variance = sample > 1 ? Math.max(0, squares[v]! - sum ** 2 / sample) / (sample - 1) : Infinity;
    errors[v] = sample < size ? Math.sqrt((variance / sample) * (1 - sample / size)) * size : 0;
  }
  return {scores, errors, isExact: sizes.every((size, component) => size < 3 || taken[component] === size)};
}
