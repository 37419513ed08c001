import {existsSync} from "node:fs";
import {pairMetrics, type PairMetrics} from "../../analysis/duplicates/pairMetrics.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";

/** Compares analysis.site_members with the true place of each record, where a file tells it: generated data do. */
export async function compareWithTruth(
  warehouse: Warehouse,
  path: string | undefined
): Promise<PairMetrics | undefined> {
  if (!path || !existsSync(path)) return undefined;
  const {text} = readSqlFile("sql/analysis/duplicates/directory/true_pairs.sql");
  const [pairs] = await warehouse.rows<Record<"found" | "truth" | "correct", number>>(text, {path});
  return pairMetrics(pairs!.correct, pairs!.found, pairs!.truth);
}
