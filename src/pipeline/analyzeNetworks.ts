import {cutPoints, type CutPoints} from "../analysis/referrals/cutPoints.js";
import {buildGraph, type Graph} from "../analysis/referrals/graph.js";
import type {PlaceMeasures} from "../analysis/referrals/measurePlaces.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {clusterPlaces} from "./networks/clusterPlaces.js";
import {compareWithRandom, writeMeasures} from "./networks/compareWithRandom.js";
import {findCommunities, findOtherCommunities, writeCommunities} from "./networks/findCommunities.js";
import {measureBetweenness} from "./networks/measureBetweenness.js";
import {measureStates} from "./networks/measureStates.js";
import {startWorkers, type NetworkWorkers} from "./networks/startWorkers.js";
import {nameGroups} from "./networks/nameGroups.js";
import {readAddresses} from "./networks/readAddresses.js";
import {readEarlierGroups} from "./networks/readEarlierGroups.js";
import {readModels} from "./networks/readModels.js";
import {readPlaces} from "./networks/readPlaces.js";
import {readReferrals} from "./networks/readReferrals.js";
import {readSettings} from "./networks/readSettings.js";
import {rateModels, scoreTies, writeModels, writeTies} from "./networks/scoreTies.js";
import {workOutRemovals} from "./networks/workOutRemovals.js";
import {writePlaces} from "./networks/writePlaces.js";
import {inSharedMemory} from "./sharedMemory.js";

export interface NetworkInputs {
  /** Folder of the sources. */
  sources: string;
  /** Path of the published warehouse, which need not exist. */
  published: string;
}

/**
 * Infers the network of possible referrals from the directory and works out what holds it together: fills
 * main.geographic_clusters and analysis.network_*, which main.networks shows in the plan’s form. Referrals that took
 * place are read from the source folder, where it has any; clusters and communities keep the ids that the published
 * warehouse gave them.
 */
export async function analyzeNetworks(warehouse: Warehouse, inputs: NetworkInputs): Promise<void> {
  const workers = await startWorkers(warehouse);
  try {
    await analyze(warehouse, workers, inputs);
  } finally {
    await workers.close();
  }
}

/** Starts what threads can do by themselves before it is needed, the longest runs first, and writes tables meanwhile. */
async function analyze(
  warehouse: Warehouse,
  workers: NetworkWorkers,
  {sources: folder, published}: NetworkInputs
): Promise<void> {
  const places = await readPlaces(warehouse);
  const models = await readModels(warehouse);
  const settings = await readSettings(warehouse);
  const found = scoreTies(workers, places, models);
  const {sources, targets, scores} = found.ties;
  const edges = inSharedMemory({sources, targets, weights: Float64Array.from(scores, (s) => s / 1000)});
  const graph = inSharedMemory(buildGraph(places.count, edges));
  const finding = findCommunities(workers, settings, graph);
  const measuring = measureBetweenness(workers, settings, graph);
  const placing = workers.call("placeMeasures", graph);
  const comparing = compareWithRandom(
    workers,
    {...settings, radiusKm: models.ties.radiusKm},
    {places, edges}
  );
  const rating = rateModels(workers, found, {places, models});
  const repeating = findOtherCommunities(workers, settings, {graph, edges, ties: found.ties});
  // Each is awaited below; until then a failure is not unhandled.
  for (const run of [finding, measuring, comparing, rating, repeating]) run.catch(() => undefined);
  await writeTies(warehouse, found.ties, {places, models});
  await readReferrals(warehouse, folder, {places, models});
  const cuts = cutPoints(graph);
  const {ranked, communities, modularity} = await finding;
  const between = await measuring;
  const measures = await placing;
  await writePlaces(warehouse, places, {communities, measures, between, cuts});
  await workOutRemovals(warehouse, graph, {cuts, between, brokerCount: settings.brokerCount});
  await measureStates(warehouse, places, found.ties);
  const addresses = await readAddresses(warehouse);
  const earlier = await readEarlierGroups(warehouse, published);
  await clusterPlaces(warehouse, places, {addresses, earlier: earlier.clusters});
  await warehouse.run(
    `insert into analysis.network_services by name ${readSqlFile("sql/analysis/networks/services.sql").text}`
  );
  await writeModels(warehouse, places, await rating);
  const named = await nameGroups(warehouse, addresses, {
    kind: "community",
    groups: communities,
    count: communities.reduce((most, community) => Math.max(most, community + 1), 0),
    earlier: earlier.communities
  });
  const ids = named.map(({id}) => id);
  const agreement = await writeCommunities(warehouse, graph, {ranked, others: await repeating, ids});
  const alone = {
    ...countsOf(graph, {communities, measures, cuts}),
    best_modularity: modularity,
    seed_agreement: agreement.seedAgreement,
    weight_agreement: agreement.weightAgreement
  };
  await writeMeasures(warehouse, {alone, compared: await comparing});
}

interface Counted {
  communities: Int32Array;
  measures: PlaceMeasures;
  cuts: CutPoints;
}

function countsOf(
  {nodeCount, edgeCount}: Graph,
  {communities, measures, cuts}: Counted
): Record<string, number> {
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
