import {BIGINT, DOUBLE, FLOAT, INTEGER, SMALLINT, TINYINT, VARCHAR} from "@duckdb/node-api";
import {continuumScorer, FACTORS} from "../../analysis/referrals/continuumScorer.js";
import {explainTies, type TieFactors} from "../../analysis/referrals/explainTies.js";
import {findTies, tieLengths, type Ties} from "../../analysis/referrals/findTies.js";
import {sharedTies} from "../../analysis/referrals/sharedTies.js";
import {buildGraph} from "../../analysis/referrals/graph.js";
import type {PairScorer} from "../../analysis/referrals/placeFeatures.js";
import {planScorer} from "../../analysis/referrals/planScorer.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import type {NetworkWorkers} from "./startWorkers.js";
import type {Models} from "./readModels.js";
import type {Places} from "./readPlaces.js";

export interface ScoredTies extends Ties, TieFactors {
  lengthsKm: Float64Array;
}

/** The ties of the network, and those of the migration plan’s model, which a thread finds meanwhile. */
export interface FoundTies {
  ties: ScoredTies;
  planned: Promise<Ties>;
}

/** Finds the ties of the network by both models. */
export function scoreTies(
  workers: NetworkWorkers,
  {organizationIds: _ids, stateCodes: _codes, ...features}: Places,
  models: Models
): FoundTies {
  const shared = inSharedMemory(features);
  const planned = workers.call("tiesByPlan", shared, models.plan, {
    ...models.ties,
    minimumScore: models.planMinimumScore
  });
  const found = findTies(shared, continuumScorer(shared, models.continuum), models.ties);
  const explained = explainTies(shared, models.continuum, found);
  return {ties: {...found, ...explained, lengthsKm: tieLengths(found)}, planned};
}

function scoresOf({sources, targets, chordSquares}: Ties, scorer: PairScorer): Int16Array {
  const scores = new Int16Array(sources.length);
  scorer({first: sources, second: targets, chordSquares, count: sources.length}, scores);
  return scores;
}

/** Fills analysis.network_ties. */
export async function writeTies(
  warehouse: Warehouse,
  ties: ScoredTies,
  {places, models}: {places: Places; models: Models}
): Promise<void> {
  const planScores = scoresOf(ties, planScorer(places, models.plan));
  const {operator, certification} = ties.contributions;
  const types = Array.from(ties.handoffs, (handoff, e) => {
    if (handoff >= 0) return models.handoffTypes[handoff]!;
    if (operator[e]! > 0) return "shared_operator";
    return certification[e]! > 0 ? "shared_certification" : "shared_funding";
  });
  await appendColumns(warehouse, "analysis.network_ties", [
    [INTEGER, ties.sources],
    [INTEGER, ties.targets],
    [VARCHAR, types],
    [TINYINT, ties.directions],
    [FLOAT, ties.lengthsKm.map((km) => Math.round(km * 10) / 10)],
    ...FACTORS.map((factor): [typeof SMALLINT, Int16Array] => [SMALLINT, ties.contributions[factor]]),
    [SMALLINT, planScores]
  ]);
}

/** A way to score, its ties, their scores in thousandths and the modularity of their communities. */
interface RatedModel {
  model: string;
  ties: Ties;
  scores: Int16Array;
  modularity: number;
}

/** Finds how well each model’s ties fall into communities. */
export async function rateModels(
  workers: NetworkWorkers,
  {ties, planned}: FoundTies,
  {places, models}: {places: Places; models: Models}
): Promise<RatedModel[]> {
  const rated = async ({sources, targets}: Ties, scores: Int16Array) => {
    const graph = buildGraph(places.count, {sources, targets, weights: scores});
    return (await workers.call("communitiesOf", graph, {iterations: 2})).modularity;
  };
  const continuum = rated(ties, ties.scores);
  const theirs = await planned;
  const theirScores = scoresOf(theirs, planScorer(places, models.plan));
  const plan = rated(theirs, theirScores);
  return [
    {model: "continuum", ties, scores: ties.scores, modularity: await continuum},
    {model: "plan", ties: theirs, scores: theirScores, modularity: await plan}
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
