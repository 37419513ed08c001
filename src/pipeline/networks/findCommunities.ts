import {DOUBLE, INTEGER} from "@duckdb/node-api";
import {communityStability} from "../../analysis/referrals/communityStability.js";
import {FACTORS} from "../../analysis/referrals/continuumScorer.js";
import {buildGraph, type Graph} from "../../analysis/referrals/graph.js";
import {leiden} from "../../analysis/referrals/leiden.js";
import {numberedBySize} from "../../analysis/referrals/measurePlaces.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import {readParameter} from "../readParameter.js";
import type {ScoredTies} from "./scoreTies.js";

export interface FoundCommunities {
  /** Community of each place, from 0 in order of size; −1 for a place without ties. */
  communities: Int32Array;
  modularity: number;
  /** Mean adjusted Rand index with the runs under other seeds and under changed weights. */
  seedAgreement: number;
  weightAgreement: number;
}

/** Finds the communities, works out how stable they are, and fills analysis.network_communities. */
export async function findCommunities(
  warehouse: Warehouse,
  graph: Graph,
  ties: ScoredTies
): Promise<FoundCommunities> {
  const seed = await readParameter(warehouse, "network_seed");
  const found = leiden(graph, {seed, restarts: 1});
  const ranked = rankedCommunities(found.communities, found.count);
  const runs = await readParameter(warehouse, "network_stability_seeds");
  const change = await readParameter(warehouse, "network_stability_weight_change");
  const quick = {restarts: 1, iterations: 1};
  const otherSeeds = Array.from(
    {length: runs},
    (_, i) => leiden(graph, {...quick, seed: seed + i + 1}).communities
  );
  const otherWeights = reweighted(graph.nodeCount, ties, change).map(
    (other) => leiden(other, {...quick, seed}).communities
  );
  const bySeed = communityStability(ranked, otherSeeds);
  const byWeight = communityStability(ranked, otherWeights);
  await writeCommunities(warehouse, graph, {
    communities: ranked,
    seeds: bySeed.communities,
    weights: byWeight.communities
  });
  return {
    communities: ranked.map((community, v) => (graph.offsets[v] === graph.offsets[v + 1] ? -1 : community)),
    modularity: found.modularity,
    seedAgreement: bySeed.agreement,
    weightAgreement: byWeight.agreement
  };
}

function rankedCommunities(communities: Int32Array, count: number): Int32Array {
  const sizes = new Int32Array(count);
  for (const community of communities) sizes[community]!++;
  return numberedBySize(communities, sizes);
}

/** Returns the same network with each factor’s weight lowered and raised in turn. */
function reweighted(
  nodeCount: number,
  {sources, targets, scores, contributions}: ScoredTies,
  change: number
): Graph[] {
  // Ties are unique, so weights that number them say which tie each entry of the rows belongs to.
  const numbered = buildGraph(nodeCount, {sources, targets, weights: sources.map((_, e) => e + 1)});
  return FACTORS.flatMap((factor) =>
    [-change, change].map((share) => ({
      ...numbered,
      weights: numbered.weights.map((e) => scores[e - 1]! + share * contributions[factor][e - 1]!),
      totalWeight: scores.reduce((sum, score, e) => sum + score + share * contributions[factor][e]!, 0)
    }))
  );
}

interface CommunityRows {
  communities: Int32Array;
  seeds: Float64Array;
  weights: Float64Array;
}

async function writeCommunities(
  warehouse: Warehouse,
  graph: Graph,
  {communities, seeds, weights}: CommunityRows
) {
  const sizes = new Int32Array(seeds.length);
  const inside = new Float64Array(seeds.length);
  const total = new Float64Array(seeds.length);
  for (let v = 0; v < graph.nodeCount; v++) {
    const community = communities[v]!;
    sizes[community]!++;
    for (let i = graph.offsets[v]!; i < graph.offsets[v + 1]!; i++) {
      total[community]! += graph.weights[i]!;
      if (communities[graph.targets[i]!] === community) inside[community]! += graph.weights[i]!;
    }
  }
  const kept = Array.from(sizes.keys()).filter((community) => total[community]! > 0);
  await appendColumns(warehouse, "analysis.network_communities", [
    [INTEGER, kept],
    [INTEGER, kept.map((community) => sizes[community]!)],
    [DOUBLE, kept.map((community) => inside[community]! / total[community]!)],
    [DOUBLE, kept.map((community) => seeds[community]!)],
    [DOUBLE, kept.map((community) => weights[community]!)]
  ]);
}
