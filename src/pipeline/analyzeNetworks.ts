import {cutPoints, type CutPoints} from "../analysis/referrals/cutPoints.js";
import {buildGraph, type EdgeList, type Graph} from "../analysis/referrals/graph.js";
import type {PlaceMeasures} from "../analysis/referrals/measurePlaces.js";
import type {WeightedNetwork} from "../analysis/referrals/networkRuns.js";
import type {Warehouse} from "../warehouse/open.js";
import {clusterPlaces} from "./networks/clusterPlaces.js";
import {compareServices, writeServices} from "./networks/compareServices.js";
import {compareWithRandom, writeMeasures} from "./networks/compareWithRandom.js";
import {compareCommunities, findCommunities, writeCommunities} from "./networks/findCommunities.js";
import {measureBetweenness} from "./networks/measureBetweenness.js";
import {measureStates} from "./networks/measureStates.js";
import {startWorkers, type NetworkWorkers} from "./networks/startWorkers.js";
import {nameGroups} from "./networks/nameGroups.js";
import {readAddresses, type Addresses} from "./networks/readAddresses.js";
import {readEarlierGroups, type EarlierGroup} from "./networks/readEarlierGroups.js";
import {readModels, type Models} from "./networks/readModels.js";
import {readOffers, type NumberedOffers} from "./networks/readOffers.js";
import {readPlaces, type Places} from "./networks/readPlaces.js";
import {readReferrals} from "./networks/readReferrals.js";
import {readSettings, type NetworkSettings} from "./networks/readSettings.js";
import {rateModels, scoreTies, writeModels, writeTies, type FoundTies} from "./networks/scoreTies.js";
import {workOutRemovals} from "./networks/workOutRemovals.js";
import {writePlaces} from "./networks/writePlaces.js";
import {withMemoryShare} from "./withMemoryShare.js";

export interface NetworkInputs {
  /** Folder of the sources. */
  sources: string;
  /** Path of the published warehouse, which need not exist. */
  published: string;
  /** DuckDB’s memory limit, where there is one: it keeps to half of it beside the arrays of the network. */
  memoryLimit?: string | null | undefined;
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
    const places = await readPlaces(warehouse);
    const {memoryLimit: limit} = inputs;
    await withMemoryShare(warehouse, {limit, share: 0.5}, () =>
      analyze(warehouse, workers, {places, ...inputs})
    );
  } finally {
    await workers.close();
  }
}

async function analyze(
  warehouse: Warehouse,
  workers: NetworkWorkers,
  {places, sources, published}: NetworkInputs & {places: Places}
): Promise<void> {
  const models = await readModels(warehouse);
  const settings = await readSettings(warehouse);
  const {network, offers, runs} = await begin(warehouse, workers, {places, models, settings});
  await readReferrals(warehouse, sources, {places, models});
  const cuts = cutPoints(network.graph);
  const [{ranked, communities, modularity}, between, measures] = [
    await runs.communities,
    await runs.betweenness,
    await runs.measures
  ];
  await writePlaces(warehouse, places, {communities, measures, between, cuts});
  await workOutRemovals(warehouse, network.graph, {cuts, between, brokerCount: settings.brokerCount});
  await measureStates(warehouse, places, network.found.ties);
  await writeServices(warehouse, offers, await runs.services);
  const addresses = await readAddresses(warehouse, places.count);
  const earlier = await readEarlierGroups(warehouse, published);
  await clusterPlaces(warehouse, places, {addresses, earlier: earlier.clusters});
  await writeModels(warehouse, await runs.ratings);
  const ids = await communityIds(warehouse, addresses, {communities, earlier: earlier.communities});
  const others = await runs.others;
  const agreement = await writeCommunities(warehouse, network.graph, {ranked, others, ids});
  const alone = {
    ...countsOf(network.graph, {communities, measures, cuts}),
    crowded_places: network.found.ties.crowdedCount,
    best_modularity: modularity,
    seed_agreement: agreement.seedAgreement,
    weight_agreement: agreement.weightAgreement
  };
  const compared = [...(await runs.comparisons), ...(await runs.services).measures];
  await writeMeasures(warehouse, {alone, compared});
}

interface Network {
  places: Places;
  found: FoundTies;
  edges: EdgeList;
  graph: Graph;
}

interface RunInputs {
  places: Places;
  models: Models;
  settings: NetworkSettings;
}

/**
 * Finds the ties, starts what threads can do with them and writes them meanwhile. What is only written of a tie is let go
 * of with the end of this.
 */
async function begin(warehouse: Warehouse, workers: NetworkWorkers, inputs: RunInputs) {
  const {places, models} = inputs;
  const {details, ...found} = scoreTies(workers, places, models);
  const network = networkOf(places, found);
  const offers = await readOffers(warehouse);
  const runs = startRuns(workers, {...inputs, network, offers});
  await writeTies(warehouse, {ties: found.ties, details}, {places, models});
  return {network, offers, runs};
}

function networkOf(places: Places, found: FoundTies): Network {
  const {sources, targets, scores} = found.ties;
  const weights = new Float64Array(new SharedArrayBuffer(8 * scores.length));
  for (let e = 0; e < scores.length; e++) weights[e] = scores[e]! / 1000;
  const edges = {sources, targets, weights};
  return {places, found, edges, graph: buildGraph(places.count, edges, {isShared: true})};
}

/** Starts what threads can do by themselves, what is needed first and takes longest before the rest. */
function startRuns(
  workers: NetworkWorkers,
  {network, models, settings, offers}: RunInputs & {network: Network; offers: NumberedOffers}
) {
  const {places, found, edges, graph} = network;
  const communities = findCommunities(workers, settings, graph);
  const runs = {
    communities,
    betweenness: measureBetweenness(workers, settings, graph),
    measures: workers.call("placeMeasures", graph),
    comparisons: compareWithRandom(workers, {...settings, radiusKm: models.ties.radiusKm}, {places, edges}),
    services: compareServices(workers, settings, offers),
    ratings: rateModels(workers, found, {places, models}),
    others: communities.then((first) =>
      compareCommunities(workers, settings, {graph, edges, factors: factorsOf(found)}, first)
    )
  };
  // They are awaited where their results are written; until then a failure is not unhandled.
  for (const run of Object.values(runs)) run.catch(() => undefined);
  return runs;
}

function factorsOf({ties: {scores, contributions}}: FoundTies): WeightedNetwork["factors"] {
  return {scores, contributions};
}

async function communityIds(
  warehouse: Warehouse,
  addresses: Addresses,
  {communities: groups, earlier}: {communities: Int32Array; earlier: EarlierGroup}
): Promise<string[]> {
  const count = groups.reduce((most, community) => Math.max(most, community + 1), 0);
  const named = await nameGroups(warehouse, addresses, {kind: "community", groups, count, earlier});
  return named.map(({id}) => id);
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
