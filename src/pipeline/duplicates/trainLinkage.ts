import type {Comparison} from "../../analysis/duplicates/comparison.js";
import type {CandidatePairs} from "../../analysis/duplicates/candidatePairs.js";
import {comparePairs, refreshRarity} from "../../analysis/duplicates/comparePairs.js";
import type {ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import {connectedComponents} from "../../analysis/duplicates/connectedComponents.js";
import type {LinkageModel} from "../../analysis/duplicates/linkageModel.js";
import {plainMatch} from "../../analysis/duplicates/plainMatch.js";
import {randomPairs} from "../../analysis/duplicates/randomPairs.js";
import {pairScorer} from "../../analysis/duplicates/scorePair.js";
import {weightOf} from "../../analysis/duplicates/scoredPairs.js";
import {trainModel} from "../../analysis/duplicates/trainModel.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {LinkageThreads} from "./linkageThreads.js";
import {parametersOf} from "./parametersOf.js";

/** How many records and candidate pairs there are, and where a second file begins. */
export interface LinkageSize {
  records: number;
  /** Number of records in the first of two files; 0 where there is one. */
  boundary: number;
  pairs: number;
}

/** Probability up to which a match that stands to reason does not make two records one entity. */
const DOUBTFUL = 0.5;

/** What is learned from: the comparisons with their data, in shared memory, and some candidate pairs. */
export interface LinkageData {
  fields: ComparisonField[];
  comparisons: Comparison[];
  sample: Pick<CandidatePairs, "a" | "b">;
}

/**
 * Learns the model from random pairs and from some of the candidate pairs. Learns twice: plain matches and the
 * first model’s surest tell which records are one entity, and the second counts how common each value is among
 * entities rather than records. Afterwards the comparisons count so too.
 */
export async function trainLinkage(
  warehouse: Warehouse,
  {fields, comparisons, sample: {a, b}}: LinkageData,
  threads: LinkageThreads,
  {records, boundary, pairs}: LinkageSize
): Promise<LinkageModel> {
  const settings = await parametersOf(warehouse);
  const drawn = randomPairs(records, settings("linkage_random_pairs"), boundary);
  const comparing = threads.call("comparedPairs", fields, drawn.a, drawn.b);
  const candidates = comparePairs(comparisons, a, b);
  const random = await comparing;
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
  const plainProbability = plainMatch(comparisons, records);
  const first = pairScorer(learn());
  const least = weightOf(settings("linkage_sure"));
  const sure = [...a.keys()].filter(
    (i) => plainProbability(candidates, i) > DOUBTFUL || first.score(candidates, i) >= least
  );
  const pick = (side: Int32Array) => sure.map((i) => side[i]!);
  const entities = connectedComponents(records, pick(a), pick(b));
  for (const comparison of comparisons) comparison.recount(entities);
  refreshRarity(comparisons, candidates, a, b);
  return learn();
}
