import {cutPoints} from "../analysis/referrals/cutPoints.js";
import {buildGraph} from "../analysis/referrals/graph.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {clusterPlaces} from "./networks/clusterPlaces.js";
import {compareWithRandom} from "./networks/compareWithRandom.js";
import {findCommunities} from "./networks/findCommunities.js";
import {readReferrals} from "./networks/readReferrals.js";
import {measureStates} from "./networks/measureStates.js";
import {readModels} from "./networks/readModels.js";
import {readPlaces} from "./networks/readPlaces.js";
import {scoreTies} from "./networks/scoreTies.js";
import {workOutRemovals} from "./networks/workOutRemovals.js";
import {writePlaces} from "./networks/writePlaces.js";

/**
 * Infers the network of possible referrals from the directory and works out what holds it together: fills
 * main.geographic_clusters and analysis.network_*, which main.networks shows in the plan’s form. Referrals that took
 * place are read from the source folder, where it has any.
 */
export async function analyzeNetworks(warehouse: Warehouse, sourceFolder: string): Promise<void> {
  const places = await readPlaces(warehouse);
  const models = await readModels(warehouse);
  const ties = await scoreTies(warehouse, places, models);
  await readReferrals(warehouse, sourceFolder, {places, models});
  const edges = {
    sources: ties.sources,
    targets: ties.targets,
    weights: Float64Array.from(ties.scores, (s) => s / 1000)
  };
  const graph = buildGraph(places.count, edges);
  const cuts = cutPoints(graph);
  const {communities, ...agreement} = await findCommunities(warehouse, graph, ties);
  const measures = await writePlaces(warehouse, places, {graph, cuts, communities});
  await workOutRemovals(warehouse, graph, {cuts, measures});
  await measureStates(warehouse, places, ties);
  await compareWithRandom(warehouse, places, {edges, alone: {...counts(), ...agreements()}});
  await clusterPlaces(warehouse, places);
  await warehouse.run(
    `insert into analysis.network_services by name ${readSqlFile("sql/analysis/networks/services.sql").text}`
  );

  function counts(): Record<string, number> {
    const {nodeCount, edgeCount} = graph;
    return {
      places: nodeCount,
      ties: edgeCount,
      places_without_ties: communities.filter((community) => community < 0).length,
      components: measures.components.reduce((most, component) => Math.max(most, component + 1), 0),
      density: (2 * edgeCount) / (nodeCount * (nodeCount - 1)),
      articulation_points: cuts.articulationPoints.length,
      bridges: cuts.bridges.length
    };
  }

  function agreements(): Record<string, number> {
    return {
      best_modularity: agreement.modularity,
      seed_agreement: agreement.seedAgreement,
      weight_agreement: agreement.weightAgreement
    };
  }
}
