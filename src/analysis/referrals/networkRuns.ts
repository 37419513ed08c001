import type {SpherePoints} from "../geography/spherePoints.js";
import {inSharedMemory} from "../sharedMemory.js";
import {agreementOf, type Agreement} from "./agreement.js";
import type {Factor} from "./continuumScorer.js";
import {curveball} from "./curveball.js";
import {degreeNull} from "./degreeNull.js";
import type {TieFactors} from "./explainTies.js";
import {findTies, type TieOptions, type Ties} from "./findTies.js";
import {buildGraph, type EdgeList, type Graph} from "./graph.js";
import {leiden, type Communities, type LeidenOptions} from "./leiden.js";
import {lengthNull, type LengthNullOptions} from "./lengthNull.js";
import {measurePlaces, type PlaceMeasures} from "./measurePlaces.js";
import {twoModeMeasures, type Offers, type TwoModeMeasures} from "./offers.js";
import type {PlaceFeatures} from "./placeFeatures.js";
import {planScorer, type PlanModel} from "./planScorer.js";
import {reweightedGraph} from "./reweightedGraph.js";
import {seededRandom} from "./seededRandom.js";
import {dependenciesFrom, type Dependencies} from "./shortestPaths.js";
import {structureMeasures, type PlaceKinds} from "./structureMeasures.js";

/** Finds communities in one run. */
export function communitiesOf(graph: Graph, options: Omit<LeidenOptions, "restarts">): Communities {
  return leiden(graph, {...options, restarts: 1});
}

/** Tells how well a network given as its ties falls into communities. */
export function modularityOf(nodeCount: number, ties: EdgeList): number {
  return leiden(buildGraph(nodeCount, ties), {restarts: 1, iterations: 2}).modularity;
}

/** Finds communities in one pass under another seed, and compares what was found before with them. */
export function agreementUnderSeed(graph: Graph, found: Int32Array, seed: number): Agreement {
  return agreementOf(found, leiden(graph, {seed, restarts: 1, iterations: 1}).communities);
}

/** The network, its ties in ascending order, and what their weights are made of. */
export interface WeightedNetwork {
  graph: Graph;
  edges: EdgeList;
  factors: Pick<TieFactors, "scores" | "contributions">;
}

/** Finds communities in one pass with one factor’s weight changed, and compares what was found before with them. */
export function agreementUnderWeight(
  {graph, edges, factors}: WeightedNetwork,
  found: Int32Array,
  {seed, ...change}: {factor: Factor; share: number; seed: number}
): Agreement {
  return agreementUnderSeed(reweightedGraph(graph, edges, factors, change), found, seed);
}

/** Measures every place. */
export function placeMeasures(graph: Graph): PlaceMeasures {
  return measurePlaces(graph);
}

/** Finds what the starting nodes from one up to another contribute to betweenness. */
export function dependenciesOfPart(
  graph: Graph,
  sources: Int32Array,
  {from, to}: {from: number; to: number}
): Dependencies {
  return dependenciesFrom(graph, sources.subarray(from, to));
}

export interface RandomNetwork {
  seed: number;
  swapsPerEdge: number;
  /** Where ties also stay as long as they are. */
  lengths?: Omit<LengthNullOptions, "random" | "swapsPerEdge"> & {points: SpherePoints};
}

/** Measures the network itself, or a random one that keeps every place’s number of ties. */
export function measuresOf(
  nodeCount: number,
  edges: EdgeList,
  {random, ...kinds}: PlaceKinds & {seed: number; random?: RandomNetwork}
): Record<string, number> {
  return structureMeasures(
    nodeCount,
    {...(random ? drawn(nodeCount, edges, random) : edges), weights: edges.weights},
    kinds
  );
}

function drawn(nodeCount: number, edges: EdgeList, {seed, swapsPerEdge, lengths}: RandomNetwork): EdgeList {
  const random = seededRandom(seed);
  if (!lengths) return degreeNull(nodeCount, edges, {random, swapsPerEdge});
  return lengthNull(lengths.points, edges, {...lengths, random, swapsPerEdge});
}

/** Finds the ties of the migration plan’s model, in shared memory. */
export function tiesByPlan(
  features: PlaceFeatures,
  model: PlanModel,
  options: TieOptions
): Omit<Ties, "chordSquares"> {
  const {chordSquares: _, ...ties} = findTies(features, planScorer(features, model), options);
  return inSharedMemory(ties);
}

/** Measures the network of places and services, or a random one in which both keep their numbers. */
export function twoModeMeasuresOf(offers: Offers, random?: {seed: number; rounds: number}): TwoModeMeasures {
  if (!random) return twoModeMeasures(offers);
  const {seed, rounds} = random;
  return twoModeMeasures(curveball(offers, {random: seededRandom(seed), rounds}));
}
