import {strengths} from "./degrees.js";
import type {Graph} from "./graph.js";

export interface PageRankOptions {
  /** Chance of following a tie rather than starting anew anywhere. */
  damping?: number;
  /** Largest change, summed over all nodes, at which the scores count as settled. */
  tolerance?: number;
  maxIterations?: number;
}

/**
 * Returns the PageRank of each node (Brin and Page, 1998): how often a walk that follows ties in proportion to
 * their weights stands there. Sums to 1; a node without ties passes its share to all alike. Throws a RangeError
 * if the scores do not settle.
 */
export function pageRank(graph: Graph, options: PageRankOptions = {}): Float64Array {
  const {damping = 0.85, tolerance = 1e-10, maxIterations = 500} = options;
  const {nodeCount, offsets, targets, weights} = graph;
  const strength = strengths(graph);
  let scores = new Float64Array(nodeCount).fill(1 / nodeCount);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    let stranded = 0;
    for (let v = 0; v < nodeCount; v++) if (strength[v] === 0) stranded += scores[v]!;
    const next = new Float64Array(nodeCount).fill((1 - damping + damping * stranded) / nodeCount);
    for (let v = 0; v < nodeCount; v++) {
      const flow = (damping * scores[v]!) / strength[v]!;
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) next[targets[i]!]! += flow * weights[i]!;
    }
    let change = 0;
    for (let v = 0; v < nodeCount; v++) change += Math.abs(next[v]! - scores[v]!);
    scores = next;
    if (change < tolerance) return scores;
  }
  if (nodeCount === 0) return scores;
  throw new RangeError(`PageRank did not settle to ${tolerance} in ${maxIterations} iterations`);
}
