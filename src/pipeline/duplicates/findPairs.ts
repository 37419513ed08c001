import type {Comparison} from "../../analysis/duplicates/comparison.js";
import type {LinkageModel} from "../../analysis/duplicates/linkageModel.js";
import {scorePairs, weightOf, type ScoredPairs} from "../../analysis/duplicates/scoredPairs.js";
import {createModels} from "../../warehouse/models.js";
import type {Warehouse} from "../../warehouse/open.js";
import {blockPairs} from "./blockPairs.js";
import type {LinkageField} from "./linkageField.js";
import {parametersOf} from "./parametersOf.js";
import {readComparisons} from "./readComparisons.js";
import {integersOf} from "./readColumns.js";
import {trainLinkage, type LinkageSize} from "./trainLinkage.js";

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
  const comparisons = await timed("read", () => readComparisons(warehouse, fields, size.records));
  const model = await timed("train", () => trainLinkage(warehouse, comparisons, size));
  const pairs = await timed("score", () => scoreAll(warehouse, comparisons, model));
  return {pairs, model, comparisons, size, seconds};
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

async function scoreAll(
  warehouse: Warehouse,
  comparisons: Comparison[],
  model: LinkageModel
): Promise<ScoredPairs> {
  const least = weightOf((await parametersOf(warehouse))("linkage_kept_probability"));
  let kept: ScoredPairs | undefined;
  for await (const chunk of warehouse.chunks("select a, b from linkage.pairs")) {
    kept = scorePairs({model, comparisons, least}, integersOf(chunk, 0), integersOf(chunk, 1), kept);
  }
  return kept ?? {a: [], b: [], weights: [], levels: [], parts: []};
}
