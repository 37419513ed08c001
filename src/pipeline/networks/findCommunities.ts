import {DOUBLE, INTEGER, VARCHAR} from "@duckdb/node-api";
import type {Agreement} from "../../analysis/referrals/agreement.js";
import {communityStability} from "../../analysis/referrals/communityStability.js";
import {FACTORS} from "../../analysis/referrals/continuumScorer.js";
import type {Graph} from "../../analysis/referrals/graph.js";
import {numberedBySize} from "../../analysis/referrals/measurePlaces.js";
import type {WeightedNetwork} from "../../analysis/referrals/networkRuns.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import type {NetworkWorkers} from "./startWorkers.js";
import type {NetworkSettings} from "./readSettings.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";

export interface FoundCommunities {
  /** Community of each place, from 0 in order of size, in shared memory; a place without ties is one of its own. */
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
  const {ranked} = inSharedMemory({ranked: numberedBySize(found.communities, sizes)});
  const communities = ranked.map((community, v) =>
    graph.offsets[v] === graph.offsets[v + 1] ? -1 : community
  );
  return {ranked, communities, modularity: found.modularity};
}

/** How the communities agree with those of runs under other seeds, and under changed weights. */
export interface OtherCommunities {
  seeds: Agreement[];
  weights: Agreement[];
}

/** Finds communities again under other seeds, and with each factor’s weight lowered and raised in turn. */
export async function compareCommunities(
  workers: NetworkWorkers,
  {seed, stabilitySeeds, weightChange}: NetworkSettings,
  network: WeightedNetwork,
  {ranked}: FoundCommunities
): Promise<OtherCommunities> {
  const seeds = Array.from({length: stabilitySeeds}, (_, i) =>
    workers.call("agreementUnderSeed", network.graph, ranked, seed + i + 1)
  );
  const weights = FACTORS.flatMap((factor) =>
    [-weightChange, weightChange].map((share) =>
      workers.call("agreementUnderWeight", network, ranked, {factor, share, seed})
    )
  );
  return {seeds: await Promise.all(seeds), weights: await Promise.all(weights)};
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
  const sizes = new Int32Array(ids.length);
  const bySeed = communityStability(sizes.length, others.seeds);
  const byWeight = communityStability(sizes.length, others.weights);
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
