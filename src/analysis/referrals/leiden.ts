import {baseLevel, collapse, renumber, type CommunityLevel} from "./communityLevel.js";
import type {Graph} from "./graph.js";
import {moveNodes} from "./leidenMove.js";
import {refineCommunities} from "./leidenRefine.js";
import {modularity} from "./modularity.js";
import {seededRandom} from "./seededRandom.js";

export interface LeidenOptions {
  seed?: number;
  /** Above 1 for smaller communities, below 1 for larger ones. */
  resolution?: number;
  /** Passes over the whole graph, each beginning with the result of the one before; they end sooner when nothing moves. */
  iterations?: number;
  /** Independent runs, of which the best is kept; more for small graphs unless given. */
  restarts?: number;
  /** Weight of each node’s loops; none unless given. */
  loops?: Float64Array;
}

export interface Communities {
  /** Community of each node, numbered from 0 in order of first appearance. */
  communities: Int32Array;
  count: number;
  modularity: number;
}

const EFFORT = 200_000;
const MAX_RESTARTS = 100;

/**
 * Finds communities by the Leiden algorithm (Traag, Waltman and van Eck, 2019): nodes move to the neighbouring
 * community that raises modularity most, communities are refined so that each is connected, the refined ones
 * become the nodes of the next level. The same seed gives the same result.
 */
export function leiden(graph: Graph, options: LeidenOptions = {}): Communities {
  const {seed = 1, resolution = 1, iterations = 10, loops} = options;
  const restarts =
    options.restarts ?? Math.max(1, Math.min(MAX_RESTARTS, Math.round(EFFORT / (graph.edgeCount + 1))));
  let best: Communities | undefined;
  for (let run = 0; run < restarts; run++) {
    const found = runOnce(graph, {random: seededRandom(seed + run * 7919), resolution, iterations, loops});
    if (!best || found.modularity > best.modularity + 1e-12) best = found;
  }
  return best!;
}

interface Run {
  random: () => number;
  resolution: number;
  iterations: number;
  loops?: Float64Array;
}

function runOnce(graph: Graph, run: Run): Communities {
  const base = baseLevel(graph, run.loops);
  let communities = numbers(graph.nodeCount);
  let quality = graph.edgeCount > 0 ? -Infinity : modularity(graph, communities, run);
  for (let i = 0; i < run.iterations && graph.edgeCount > 0; i++) {
    const next = iterate(base, communities, run);
    const reached = modularity(graph, next, run);
    if (reached > quality + 1e-9) [communities, quality] = [next, reached];
    else break;
  }
  return {communities, count: renumber(communities), modularity: quality};
}

function iterate(base: CommunityLevel, start: Int32Array, run: Run): Int32Array<ArrayBuffer> {
  const place = numbers(base.nodeCount);
  let communities = start.slice();
  for (let level = base; ;) {
    moveNodes(level, communities, run);
    if (renumber(communities) === level.nodeCount) break;
    const refined = refineCommunities(level, communities, run);
    const count = renumber(refined);
    if (count === level.nodeCount) break;
    const next = new Int32Array(count);
    for (let v = 0; v < refined.length; v++) next[refined[v]!] = communities[v]!;
    for (let v = 0; v < place.length; v++) place[v] = refined[place[v]!]!;
    level = collapse(level, refined, count);
    communities = next;
  }
  for (let v = 0; v < place.length; v++) place[v] = communities[place[v]!]!;
  return place;
}

function numbers(count: number): Int32Array<ArrayBuffer> {
  const all = new Int32Array(count);
  for (let i = 0; i < count; i++) all[i] = i;
  return all;
}
