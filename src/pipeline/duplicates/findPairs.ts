import {namedPairs, type Blocks} from "../../analysis/duplicates/blocks.js";
import {
  candidateCount,
  sampledCandidates,
  type CandidateList
} from "../../analysis/duplicates/candidatePairs.js";
import type {Comparison} from "../../analysis/duplicates/comparison.js";
import {comparisonOf, type ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import type {LinkageModel} from "../../analysis/duplicates/linkageModel.js";
import {randomPairs} from "../../analysis/duplicates/randomPairs.js";
import {joinScored, weightOf, type ScoredPairs} from "../../analysis/duplicates/scoredPairs.js";
import type {Warehouse} from "../../warehouse/open.js";
import {blockPairs} from "./blockPairs.js";
import type {LinkageField} from "./linkageField.js";
import {rangesOf, startThreads, type LinkageThreads} from "./linkageThreads.js";
import {normalizeValues, type Normalized} from "./normalizeValues.js";
import {parametersOf} from "./parametersOf.js";
import {prepareComparisons} from "./prepareComparisons.js";
import {trainLinkage, type LinkageSize} from "./trainLinkage.js";

/** The pairs of records that may be duplicates, and the model that weighed them. */
export interface FoundPairs {
  /** Ordered by both records. */
  pairs: ScoredPairs;
  /** All pairs that were weighed. */
  candidates: CandidateList[];
  model: LinkageModel;
  comparisons: Comparison[];
  size: LinkageSize;
  /** Seconds of each step. */
  seconds: Record<string, number>;
}

/** Tables that nothing reads once blocks and comparisons are there. */
const READ = [
  "record_values",
  "values",
  "street_keys",
  "vocabulary",
  "value_words",
  "rare_words",
  "sort_texts"
];

/** Runs a piece of work as a step of the given name. */
type Timed = <T>(step: string, work: () => Promise<T>) => Promise<T>;

/**
 * Finds likely duplicates among the rows of linkage.source (record_id, dataset 0 or 1, one list of values f0,
 * f1, … per field, latitude, longitude). Fills linkage.records, whose column record numbers the records from 0
 * in an order of its own, and returns pairs of those numbers. linkage.source is dropped.
 */
export async function findPairs(
  warehouse: Warehouse,
  fields: LinkageField[],
  onStep: (step: string) => void = () => {}
): Promise<FoundPairs> {
  const seconds: Record<string, number> = {};
  const timed: Timed = async (step, work) => {
    onStep(step);
    const start = performance.now();
    const result = await work();
    seconds[step] = (performance.now() - start) / 1000;
    return result;
  };
  const starting = startThreads(await sourceCount(warehouse));
  try {
    const normalized = await timed("normalize", () => normalizeValues(warehouse, fields));
    const found = await findAmong(warehouse, fields, {...normalized, threads: await starting, timed});
    return {...found, seconds};
  } finally {
    await (await starting).close();
  }
}

async function findAmong(
  warehouse: Warehouse,
  fields: LinkageField[],
  {read, counts, threads, timed}: Normalized & {threads: LinkageThreads; timed: Timed}
): Promise<Omit<FoundPairs, "seconds">> {
  const settings = await parametersOf(warehouse);
  const drawn = randomPairs(counts.records, settings("linkage_random_pairs"), counts.boundary);
  const {data, random, candidates} = await timed("block", async () => {
    const prepare = () => prepareComparisons(warehouse, fields, {read, drawn, threads});
    const beside = warehouse.lanes > 1 ? prepare() : undefined;
    beside?.catch(() => undefined);
    const candidates = await listCandidates(await blockPairs(warehouse, read, counts, threads), threads);
    // Where statements run one at a time memory is short: the blocks are gone before what is compared is read.
    const prepared = await (beside ?? prepare());
    for (const table of READ) await warehouse.run(`drop table linkage."${table}"`);
    return {...prepared, candidates};
  });
  const comparisons = data.map(comparisonOf);
  const size = {...counts, pairs: candidateCount(candidates)};
  const step = Math.max(1, Math.ceil(size.pairs / settings("linkage_training_pairs")));
  const model = await timed("train", async () => {
    const sample = sampledCandidates(candidates, step);
    const learned = {fields: data, comparisons, drawn, random, sample};
    return trainLinkage(learned, size, {settings, threads});
  });
  const least = weightOf(settings("linkage_kept_probability"));
  const pairs = await timed("score", () => scoreAll(threads, {fields: data, candidates, model, least}));
  return {pairs, candidates, model, comparisons, size};
}

async function sourceCount(warehouse: Warehouse): Promise<number> {
  const [row] = await warehouse.rows<{n: number}>("select count(*)::integer as n from linkage.source");
  return row!.n;
}

/** Lists the candidate pairs, a part of the records at a time. */
async function listCandidates(blocks: Blocks, threads: LinkageThreads): Promise<CandidateList[]> {
  const ranges = rangesOf(namedPairs(blocks));
  return Promise.all(ranges.map((range) => threads.call("candidateList", blocks, range)));
}

interface ScoringData {
  fields: ComparisonField[];
  candidates: CandidateList[];
  model: LinkageModel;
  least: number;
}

/** Scores all candidate pairs, on all threads; returns the kept ones ordered by both records. */
async function scoreAll(
  threads: LinkageThreads,
  {fields, candidates, model: {comparisons: _, ...model}, least}: ScoringData
): Promise<ScoredPairs> {
  const scoring = {fields, model, least};
  const calls = candidates.map((list) => threads.call("scoredCandidates", scoring, list));
  return joinScored(await Promise.all(calls));
}
