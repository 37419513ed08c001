import {BIGINT, DOUBLE, FLOAT, INTEGER, SMALLINT, TINYINT, VARCHAR} from "@duckdb/node-api";
import {continuumScorer, FACTORS} from "../../analysis/referrals/continuumScorer.js";
import {explainTies, type TieFactors} from "../../analysis/referrals/explainTies.js";
import {findTies, tieLengths, type Ties} from "../../analysis/referrals/findTies.js";
import {buildGraph} from "../../analysis/referrals/graph.js";
import {leiden} from "../../analysis/referrals/leiden.js";
import type {PairScorer} from "../../analysis/referrals/placeFeatures.js";
import {planScorer} from "../../analysis/referrals/planScorer.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import type {Models} from "./readModels.js";
import type {Places} from "./readPlaces.js";

export interface ScoredTies extends Ties, TieFactors {
  lengthsKm: Float64Array;
}

/** Finds the ties of the network, fills analysis.network_ties and compares both models in analysis.network_models. */
export async function scoreTies(warehouse: Warehouse, places: Places, models: Models): Promise<ScoredTies> {
  const byPlan = planScorer(places, models.plan);
  const found = findTies(places, continuumScorer(places, models.continuum), models.ties);
  const ties = {...found, ...explainTies(places, models.continuum, found), lengthsKm: tieLengths(found)};
  const planScores = scoresOf(found, byPlan);
  await writeTies(warehouse, ties, {planScores, handoffTypes: models.handoffTypes});
  const planned = findTies(places, byPlan, {...models.ties, minimumScore: models.planMinimumScore});
  await compareModels(warehouse, places, [
    {model: "continuum", ties: found, scores: ties.scores, other: planned},
    {model: "plan", ties: planned, scores: scoresOf(planned, byPlan), other: found}
  ]);
  return ties;
}

function scoresOf({sources, targets, chordSquares}: Ties, scorer: PairScorer): Int16Array {
  const scores = new Int16Array(sources.length);
  scorer({first: sources, second: targets, chordSquares, count: sources.length}, scores);
  return scores;
}

async function writeTies(
  warehouse: Warehouse,
  ties: ScoredTies,
  {planScores, handoffTypes}: {planScores: Int16Array; handoffTypes: string[]}
): Promise<void> {
  const {operator, certification} = ties.contributions;
  const types = Array.from(ties.handoffs, (handoff, e) => {
    if (handoff >= 0) return handoffTypes[handoff]!;
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

interface ModelResult {
  model: string;
  ties: Ties;
  scores: Int16Array;
  other: Ties;
}

async function compareModels(warehouse: Warehouse, {count}: Places, results: ModelResult[]): Promise<void> {
  const keys = ({sources, targets}: Ties) => Array.from(sources, (a, e) => a * count + targets[e]!);
  const mean = (scores: Int16Array) => scores.reduce((sum, score) => sum + score, 0) / scores.length / 1000;
  const modularities = results.map(({ties, scores}) => {
    const graph = buildGraph(count, {sources: ties.sources, targets: ties.targets, weights: scores});
    return leiden(graph, {restarts: 1, iterations: 2}).modularity;
  });
  await appendColumns(warehouse, "analysis.network_models", [
    [VARCHAR, results.map(({model}) => model)],
    [BIGINT, results.map(({ties}) => BigInt(ties.pairCount))],
    [BIGINT, results.map(({ties}) => BigInt(ties.qualifyingCount))],
    [INTEGER, results.map(({ties}) => ties.sources.length)],
    [
      INTEGER,
      results.map(({ties, other}) => {
        const theirs = new Set(keys(other));
        return keys(ties).filter((key) => theirs.has(key)).length;
      })
    ],
    [DOUBLE, results.map(({scores}) => mean(scores))],
    [DOUBLE, modularities]
  ]);
}
