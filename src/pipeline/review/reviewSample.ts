import {writeFileSync} from "node:fs";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {csvText} from "../duplicates/csvText.js";

const STRATA = 10;

/**
 * Writes pairs to be reviewed as CSV, about the given number in all, as many from each band of match weight.
 * The file shows no weight, and its order tells none. Returns the number of pairs.
 */
export async function reviewSample(
  warehouse: Warehouse,
  path: string,
  {size, seed}: {size: number; seed: number}
): Promise<number> {
  const rows = await warehouse.rows<Record<string, string | null>>(
    readSqlFile("sql/analysis/duplicates/review/sample.sql").text,
    {per_stratum: Math.max(1, Math.ceil(size / STRATA)), seed}
  );
  const names = Object.keys(rows[0] ?? {id_a: "", id_b: "", answer: "", note: ""});
  writeFileSync(path, csvText([names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]));
  return rows.length;
}
