import {DOUBLE, INTEGER, VARCHAR} from "@duckdb/node-api";
import {communityStability} from "../../analysis/referrals/communityStability.js";
import {FACTORS} from "../../analysis/referrals/continuumScorer.js";
import type {EdgeList, Graph} from "../../analysis/referrals/graph.js";
import {numberedBySize} from "../../analysis/referrals/measurePlaces.js";
import {numberedGraph} from "../../analysis/referrals/reweightedGraph.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import type {NetworkWorkers} from "./startWorkers.js";
import type {NetworkSettings} from "./readSettings.js";
import type {ScoredTies} from "./scoreTies.js";

export interface FoundCommunities {
  /** Community of each place, from 0 in order of size; a place without ties is one of its own. */
  ranked: Int32Array;
  /** The same, −1 for a place without ties. */
  communities: Int32Array;
  modularity: number;
}

/** Finds the communities. */
export async function findCommunities(
  workers: NetworkWorkers,
  {seed}: NetworkSettings,
  graph: Graph
): Promise<FoundCommunities> {
  const found = await workers.call("communitiesOf", graph, {seed});
  const sizes = new Int32Array(found.count);
  for (const community of found.communities) sizes[community]!++;
  const ranked = numberedBySize(found.communities, sizes);
  const communities = ranked.map((community, v) =>
    graph.offsets[v] === graph.offsets[v + 1] ? -1 : community
  );
  return {ranked, communities, modularity: found.modularity};
}

/** The communities of runs under other seeds, and under changed weights. */
export interface OtherCommunities {
  seeds: Int32Array[];
  weights: Int32Array[];
}

/** Finds communities again under other seeds, and with each factor’s weight lowered and raised in turn. */
export async function findOtherCommunities(
  workers: NetworkWorkers,
  {seed, stabilitySeeds, weightChange}: NetworkSettings,
  {graph, edges, ties}: {graph: Graph; edges: EdgeList; ties: ScoredTies}
): Promise<OtherCommunities> {
  const numbered = inSharedMemory(numberedGraph(graph.nodeCount, edges));
  const factors = inSharedMemory({scores: ties.scores, contributions: ties.contributions});
  const seeds = Array.from({length: stabilitySeeds}, (_, i) =>
    workers.call("communitiesOf", graph, {seed: seed + i + 1, iterations: 1})
  );
  const weights = FACTORS.flatMap((factor) =>
    [-weightChange, weightChange].map((share) =>
      workers.call("reweightedCommunities", numbered, factors, {factor, share, seed})
    )
  );
  return {
    seeds: (await Promise.all(seeds)).map(({communities}) => communities),
    weights: await Promise.all(weights)
  };
}

/**
 * Works out how stable the communities are and fills analysis.network_communities. Returns the mean adjusted Rand index
 * with the other runs.
 */
export async function writeCommunities(
  warehouse: Warehouse,
  graph: Graph,
  {ranked, others, ids}: {ranked: Int32Array; others: OtherCommunities; ids: string[]}
): Promise<{seedAgreement: number; weightAgreement: number}> {
  const bySeed = communityStability(ranked, others.seeds);
  const byWeight = communityStability(ranked, others.weights);
  const sizes = new Int32Array(bySeed.communities.length);
  const inside = new Float64Array(sizes.length);
  const total = new Float64Array(sizes.length);
  for (let v = 0; v < graph.nodeCount; v++) {
    const community = ranked[v]!;
    sizes[community]!++;
    for (let i = graph.offsets[v]!; i < graph.offsets[v + 1]!; i++) {
      total[community]! += graph.weights[i]!;
      if (ranked[graph.targets[i]!] === community) inside[community]! += graph.weights[i]!;
    }
  }
  const kept = Array.from(sizes.keys()).filter((community) => total[community]! > 0);
  await appendColumns(warehouse, "analysis.network_communities", [
    [INTEGER, kept],
    [INTEGER, kept.map((community) => sizes[community]!)],
    [DOUBLE, kept.map((community) => inside[community]! / total[community]!)],
    [DOUBLE, kept.map((community) => bySeed.communities[community]!)],
    [DOUBLE, kept.map((community) => byWeight.communities[community]!)],
    [VARCHAR, kept.map((community) => ids[community]!)]
  ]);
  return {seedAgreement: bySeed.agreement, weightAgreement: byWeight.agreement};
}
