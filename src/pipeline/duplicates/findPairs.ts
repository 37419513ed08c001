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
import {runInLanes} from "../../warehouse/lanes.js";
import {modelJobs} from "../../warehouse/models.js";
import type {Warehouse} from "../../warehouse/open.js";
import {blockPairs} from "./blockPairs.js";
import type {LinkageField} from "./linkageField.js";
import {rangesOf, startThreads, type LinkageThreads} from "./linkageThreads.js";
import {parametersOf} from "./parametersOf.js";
import {prepareComparisons} from "./prepareComparisons.js";
import {readPoints} from "./readPoints.js";
import {readRecordValues} from "./readRecordValues.js";
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

/** Tables that are dropped once those made from them are there; of millions of records they take gigabytes. */
const SPENT = {
  source: ["raw_values"],
  raw_values: ["cleaned_values", "record_values"],
  cleaned_values: ["plain_values"],
  plain_values: ["values", "record_values"],
  words: ["street_keys", "vocabulary", "value_words", "rare_words"]
};
/** Tables each of which is made of the one before, so that they are made in turn, each by all threads. */
const CHAIN = ["records", "raw_values", "cleaned_values", "plain_values", "values"].map(
  (table) => `linkage.${table}`
);
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
    await timed("normalize", () => normalize(warehouse, fields));
    const found = await findAmong(warehouse, fields, {threads: await starting, timed});
    return {...found, seconds};
  } finally {
    await (await starting).close();
  }
}

async function findAmong(
  warehouse: Warehouse,
  fields: LinkageField[],
  {threads, timed}: {threads: LinkageThreads; timed: Timed}
): Promise<Omit<FoundPairs, "seconds">> {
  const counts = await recordCounts(warehouse);
  const settings = await parametersOf(warehouse);
  const read = await timed("read", async () => ({
    recordValues: await readRecordValues(warehouse, fields.length, counts.records),
    points: await readPoints(warehouse, counts.records)
  }));
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

async function normalize(warehouse: Warehouse, fields: LinkageField[]): Promise<void> {
  await warehouse.run("create or replace table linkage.fields (field integer, kind varchar)");
  await warehouse.append("linkage.main.fields", (appender) => {
    for (const [field, {kind}] of fields.entries()) {
      appender.appendInteger(field);
      appender.appendVarchar(kind);
      appender.endRow();
    }
  });
  const dropped = Object.entries(SPENT).map(([table, readers]) => ({
    name: `linkage.without_${table}`,
    after: readers.map((reader) => `linkage.${reader}`),
    run: (lane: Warehouse) => lane.run(`drop table linkage.${table}`)
  }));
  const models = await modelJobs(warehouse, "sql/analysis/duplicates/values", {
    schema: "linkage",
    kind: "table"
  });
  const inTurn = new Set([
    ...dropped.filter(({after}) => after.every((table) => CHAIN.includes(table))),
    ...models.filter(({name}) => CHAIN.includes(name))
  ]);
  const others = [...models, ...dropped].filter((job) => !inTurn.has(job));
  await runInLanes(warehouse, [...inTurn], {lanes: 1});
  await runInLanes(warehouse, others);
}

async function sourceCount(warehouse: Warehouse): Promise<number> {
  const [row] = await warehouse.rows<{n: number}>("select count(*)::integer as n from linkage.source");
  return row!.n;
}

async function recordCounts(warehouse: Warehouse): Promise<{records: number; boundary: number}> {
  const [counts] = await warehouse.rows<{records: number; boundary: number}>(`
    select
      count(*)::integer as records,
      if(max(dataset) > 0, count(*) filter (dataset = 0), 0)::integer as boundary
    from linkage.records`);
  return counts!;
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
