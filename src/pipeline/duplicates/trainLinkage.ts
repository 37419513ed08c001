import type {Comparison} from "../../analysis/duplicates/comparison.js";
import {comparePairs, refreshRarity} from "../../analysis/duplicates/comparePairs.js";
import {connectedComponents} from "../../analysis/duplicates/connectedComponents.js";
import type {LinkageModel} from "../../analysis/duplicates/linkageModel.js";
import {plainMatch} from "../../analysis/duplicates/plainMatch.js";
import {randomPairs} from "../../analysis/duplicates/randomPairs.js";
import {pairScorer} from "../../analysis/duplicates/scorePair.js";
import {weightOf} from "../../analysis/duplicates/scoredPairs.js";
import {trainModel} from "../../analysis/duplicates/trainModel.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {PairThreads} from "./pairThreads.js";
import {parametersOf} from "./parametersOf.js";
import {readIntegers} from "./readColumns.js";

/** How many records and candidate pairs there are, and where a second file begins. */
export interface LinkageSize {
  records: number;
  /** Number of records in the first of two files; 0 where there is one. */
  boundary: number;
  pairs: number;
}

/** Probability up to which a match that stands to reason does not make two records one entity. */
const DOUBTFUL = 0.5;

/** What was learned, and the smallest record number of the entity that each record is taken for. */
export interface Learned {
  model: LinkageModel;
  entities: Int32Array;
}

/**
 * Learns the model from random pairs and from a sample of linkage.pairs, chosen by hash. Learns twice: plain
 * matches and the first model’s surest tell which records are one entity, and the second counts how common each value
 * is among entities rather than records.
 */
export async function trainLinkage(
  warehouse: Warehouse,
  comparisons: Comparison[],
  threads: PairThreads,
  {records, boundary, pairs}: LinkageSize
): Promise<Learned> {
  const settings = await parametersOf(warehouse);
  const drawn = randomPairs(records, settings("linkage_random_pairs"), boundary);
  const step = Math.max(1, Math.ceil(pairs / settings("linkage_training_pairs")));
  const [a = new Int32Array(), b = new Int32Array()] = await readIntegers(
    warehouse,
    `select a, b from linkage.pairs where hash(a, b) % ${step} = 0 order by a, b`
  );
  const comparing = threads.compare(drawn);
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
  return {model: learn(), entities};
}
