import type {Comparison} from "../../analysis/duplicates/comparison.js";
import {comparePairs, refreshRarity} from "../../analysis/duplicates/comparePairs.js";
import {connectedComponents} from "../../analysis/duplicates/connectedComponents.js";
import type {LinkageModel} from "../../analysis/duplicates/linkageModel.js";
import {randomPairs} from "../../analysis/duplicates/randomPairs.js";
import {scorePairs, weightOf} from "../../analysis/duplicates/scoredPairs.js";
import {trainModel} from "../../analysis/duplicates/trainModel.js";
import type {Warehouse} from "../../warehouse/open.js";
import {parametersOf} from "./parametersOf.js";
import {readIntegers} from "./readColumns.js";

/** How many records and candidate pairs there are, and where a second file begins. */
export interface LinkageSize {
  records: number;
  /** Number of records in the first of two files; 0 where there is one. */
  boundary: number;
  pairs: number;
}

/**
 * Learns the model from random pairs and from a sample of linkage.pairs, chosen by hash. Learns twice: the
 * first model’s surest matches tell which records are one entity, and the second counts how common each value
 * is among entities rather than records.
 */
export async function trainLinkage(
  warehouse: Warehouse,
  comparisons: Comparison[],
  {records, boundary, pairs}: LinkageSize
): Promise<LinkageModel> {
  const settings = await parametersOf(warehouse);
  const drawn = randomPairs(records, settings("linkage_random_pairs"), boundary);
  const step = Math.max(1, Math.ceil(pairs / settings("linkage_training_pairs")));
  const [a = new Int32Array(), b = new Int32Array()] = await readIntegers(
    warehouse,
    `select a, b from linkage.pairs where hash(a, b) % ${step} = 0 order by a, b`
  );
  const random = comparePairs(comparisons, drawn.a, drawn.b);
  const candidates = comparePairs(comparisons, a, b);
  const learn = () =>
    trainModel(
      {
        comparisons,
        random,
        candidates,
        scale: a.length ? pairs / a.length : 1,
        records,
        possiblePairs: boundary ? boundary * (records - boundary) : (records * (records - 1)) / 2
      },
      {
        overlap: {
          agreeing: settings("linkage_overlap_agreeing"),
          disagreeing: settings("linkage_overlap_disagreeing"),
          doubted: settings("linkage_overlap_doubted")
        },
        priorMatches: settings("linkage_prior_matches"),
        priorShare: settings("linkage_prior_share"),
        iterations: settings("linkage_iterations")
      }
    );
  const first = learn();
  const sure = scorePairs({model: first, comparisons, least: weightOf(settings("linkage_sure"))}, a, b);
  const entities = connectedComponents(records, sure.a, sure.b);
  for (const comparison of comparisons) comparison.recount(entities);
  refreshRarity(comparisons, candidates, a, b);
  return learn();
}
