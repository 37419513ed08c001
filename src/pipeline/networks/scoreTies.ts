import {BIGINT, DOUBLE, FLOAT, INTEGER, SMALLINT, TINYINT, VARCHAR} from "@duckdb/node-api";
import {greatCircleKm} from "../../analysis/geography/spherePoints.js";
import {crowdsOf} from "../../analysis/referrals/candidatePairs.js";
import {continuumScorer, FACTORS} from "../../analysis/referrals/continuumScorer.js";
import {explainTies, type TieFactors} from "../../analysis/referrals/explainTies.js";
import {findTies, type Ties} from "../../analysis/referrals/findTies.js";
import {sharedTies} from "../../analysis/referrals/sharedTies.js";
import type {PlaceFeatures} from "../../analysis/referrals/placeFeatures.js";
import {planScorer} from "../../analysis/referrals/planScorer.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns, type Column} from "../appendColumns.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import type {NetworkWorkers} from "./startWorkers.js";
import type {Models} from "./readModels.js";
import type {Places} from "./readPlaces.js";

/** Ties with why each has its score. */
export type ScoredTies = Omit<Ties, "chordSquares"> & Pick<TieFactors, "scores" | "contributions">;

/** What is known of each tie beyond its score and is only written. */
export type TieDetails = Pick<Ties, "chordSquares"> & Pick<TieFactors, "handoffs" | "directions">;

/** The ties of the network, in shared memory, and those of the migration plan’s model, which a thread finds meanwhile. */
export interface FoundTies {
  ties: ScoredTies;
  planned: Promise<Omit<Ties, "chordSquares">>;
}

/** Finds the ties of the network by both models. */
export function scoreTies(
  workers: NetworkWorkers,
  {organizationIds: _, ...places}: Places,
  models: Models
): FoundTies & {details: TieDetails} {
  const options = {...models.ties, crowds: inSharedMemory(crowdsOf(places.points, models.ties))};
  const planned = workers.call("tiesByPlan", places, models.plan, {
    ...options,
    minimumScore: models.planMinimumScore
  });
  const {chordSquares, ...found} = findTies(places, continuumScorer(places, models.continuum), options);
  const {handoffs, directions, ...explained} = explainTies(places, models.continuum, {
    ...found,
    chordSquares
  });
  return {
    ties: inSharedMemory({...found, ...explained}),
    details: {chordSquares, handoffs, directions},
    planned
  };
}

function planScores({sources, targets}: Omit<Ties, "chordSquares">, places: PlaceFeatures, {plan}: Models) {
  const scores = new Int16Array(sources.length);
  const block = {first: sources, second: targets, count: sources.length};
  planScorer(places, plan)(block, scores);
  return scores;
}

/** Fills analysis.network_ties. */
export async function writeTies(
  warehouse: Warehouse,
  {ties, details}: {ties: ScoredTies; details: TieDetails},
  {places, models}: {places: Places; models: Models}
): Promise<void> {
  const {operator, certification} = ties.contributions;
  const {handoffs, directions, chordSquares} = details;
  const typeOf = (e: number) => {
    if (handoffs[e]! >= 0) return models.handoffTypes[handoffs[e]!]!;
    if (operator[e]! > 0) return "shared_operator";
    return certification[e]! > 0 ? "shared_certification" : "shared_funding";
  };
  await appendColumns(warehouse, "analysis.network_ties", [
    [INTEGER, ties.sources],
    [INTEGER, ties.targets],
    [VARCHAR, typeOf],
    [TINYINT, directions],
    [FLOAT, (e) => Math.round(greatCircleKm(Math.sqrt(chordSquares[e]!)) * 10) / 10],
    ...FACTORS.map((factor): Column => [SMALLINT, ties.contributions[factor]]),
    [SMALLINT, planScores(ties, places, models)]
  ]);
}

/** A way to score, its ties, their scores in thousandths and the modularity of their communities. */
interface RatedModel {
  model: string;
  ties: Omit<Ties, "chordSquares">;
  scores: Int16Array;
  modularity: number;
}

/** Finds how well each model’s ties fall into communities. */
export async function rateModels(
  workers: NetworkWorkers,
  {ties, planned}: FoundTies,
  {places, models}: {places: Places; models: Models}
): Promise<RatedModel[]> {
  const rated = ({sources, targets}: RatedModel["ties"], weights: Int16Array) =>
    workers.call("modularityOf", places.count, {sources, targets, weights});
  const continuum = rated(ties, ties.scores);
  const theirs = await planned;
  const {scores} = inSharedMemory({scores: planScores(theirs, places, models)});
  const plan = rated(theirs, scores);
  return [
    {model: "continuum", ties, scores: ties.scores, modularity: await continuum},
    {model: "plan", ties: theirs, scores, modularity: await plan}
  ];
}

/** Fills analysis.network_models: how the ties of both models compare. */
export async function writeModels(warehouse: Warehouse, models: RatedModel[]): Promise<void> {
  const shared = sharedTies(models[0]!.ties, models[1]!.ties);
  const mean = (scores: Int16Array) => scores.reduce((sum, score) => sum + score, 0) / scores.length / 1000;
  await appendColumns(warehouse, "analysis.network_models", [
    [VARCHAR, models.map(({model}) => model)],
    [BIGINT, models.map(({ties}) => BigInt(ties.pairCount))],
    [BIGINT, models.map(({ties}) => BigInt(ties.qualifyingCount))],
    [INTEGER, models.map(({ties}) => ties.sources.length)],
    [INTEGER, models.map(() => shared)],
    [DOUBLE, models.map(({scores}) => mean(scores))],
    [DOUBLE, models.map(({modularity}) => modularity)]
  ]);
}
