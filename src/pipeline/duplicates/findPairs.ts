import type {Comparison} from "../../analysis/duplicates/comparison.js";
import {comparisonOf} from "../../analysis/duplicates/comparisonField.js";
import type {LinkageModel} from "../../analysis/duplicates/linkageModel.js";
import {joinScored, weightOf, type ScoredPairs} from "../../analysis/duplicates/scoredPairs.js";
import {createModels} from "../../warehouse/models.js";
import type {Warehouse} from "../../warehouse/open.js";
import {blockPairs} from "./blockPairs.js";
import type {LinkageField} from "./linkageField.js";
import {pairThreads, type PairThreads} from "./pairThreads.js";
import {parametersOf} from "./parametersOf.js";
import {readComparisons} from "./readComparisons.js";
import {integersOf} from "./readColumns.js";
import {inSharedMemory} from "../sharedMemory.js";
import {trainLinkage, type LinkageSize} from "./trainLinkage.js";

/** Pairs that a thread scores at a time. */
const BLOCK = 1 << 14;

/** The pairs of records that may be duplicates, and the model that weighed them. */
export interface FoundPairs {
  pairs: ScoredPairs;
  model: LinkageModel;
  comparisons: Comparison[];
  size: LinkageSize;
  /** Seconds of each step. */
  seconds: Record<string, number>;
}

/**
 * Finds likely duplicates among the rows of linkage.source (record_id, dataset 0 or 1, one list of values f0,
 * f1, … per field, latitude, longitude). Fills linkage.records, whose column record numbers the records from 0
 * in an order of its own, and returns pairs of those numbers.
 */
export async function findPairs(
  warehouse: Warehouse,
  fields: LinkageField[],
  onStep: (step: string) => void = () => {}
): Promise<FoundPairs> {
  const seconds: Record<string, number> = {};
  const timed = async <T>(step: string, work: () => Promise<T>) => {
    onStep(step);
    const start = performance.now();
    const result = await work();
    seconds[step] = (performance.now() - start) / 1000;
    return result;
  };
  await timed("normalize", () => normalize(warehouse, fields));
  await timed("block", () => blockPairs(warehouse));
  const size = await sizeOf(warehouse);
  const data = await timed("read", async () =>
    inSharedMemory(await readComparisons(warehouse, fields, size.records))
  );
  const comparisons = data.map(comparisonOf);
  const threads = pairThreads(comparisons, data, size.pairs);
  try {
    const {model, entities} = await timed("train", () => trainLinkage(warehouse, comparisons, threads, size));
    const least = weightOf((await parametersOf(warehouse))("linkage_kept_probability"));
    threads.learn({model, comparisons, least}, entities);
    const pairs = await timed("score", () => scoreAll(warehouse, threads));
    return {pairs, model, comparisons, size, seconds};
  } finally {
    await threads.close();
  }
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
  await createModels(warehouse, "sql/analysis/duplicates/values", {schema: "linkage", kind: "table"});
}

async function sizeOf(warehouse: Warehouse): Promise<LinkageSize> {
  const [size] = await warehouse.rows<LinkageSize>(`
    select
      count(*)::integer as records,
      if(max(dataset) > 0, count(*) filter (dataset = 0), 0)::integer as boundary,
      (select count(*)::integer from linkage.pairs) as pairs
    from linkage.records`);
  return size!;
}

/** Scores linkage.pairs in blocks, on all threads; returns the kept pairs ordered by both records. */
async function scoreAll(warehouse: Warehouse, threads: PairThreads): Promise<ScoredPairs> {
  let block = {a: new Int32Array(BLOCK), b: new Int32Array(BLOCK)};
  let count = 0;
  const send = () => threads.add({a: block.a.subarray(0, count), b: block.b.subarray(0, count)});
  for await (const chunk of warehouse.chunks("select a, b from linkage.pairs")) {
    if (count + chunk.rowCount > BLOCK) {
      await send();
      block = {a: new Int32Array(BLOCK), b: new Int32Array(BLOCK)};
      count = 0;
    }
    block.a.set(integersOf(chunk, 0), count);
    block.b.set(integersOf(chunk, 1), count);
    count += chunk.rowCount;
  }
  await send();
  return joinScored(await threads.blocks());
}
