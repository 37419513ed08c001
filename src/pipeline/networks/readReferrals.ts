import {existsSync} from "node:fs";
import {join} from "node:path";
import {DOUBLE, INTEGER, VARCHAR} from "@duckdb/node-api";
import {continuumScorer} from "../../analysis/referrals/continuumScorer.js";
import {planScorer} from "../../analysis/referrals/planScorer.js";
import {predictReferrals} from "../../analysis/referrals/predictReferrals.js";
import {messageOf, UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {appendColumns} from "../appendColumns.js";
import type {Models} from "./readModels.js";
import type {Places} from "./readPlaces.js";

const FILE = "referrals.csv";

/**
 * Reads referrals.csv (from, to, count, period; ids of organizations) where the source folder has one, keeps the rows
 * that cannot be true in analysis.rejected_referrals, and works out how well both models predict the rest.
 */
export async function readReferrals(
  warehouse: Warehouse,
  folder: string,
  {places, models}: {places: Places; models: Models}
): Promise<void> {
  const file = join(folder, FILE);
  if (!existsSync(file)) return;
  await landReferrals(warehouse, file);
  for (const table of ["rejected_referrals", "observed_referrals"])
    await warehouse.run(
      `insert into analysis.${table} by name ${readSqlFile(`sql/analysis/networks/${table}.sql`).text}`
    );
  await warehouse.run("drop table temp.landed_referrals");
  await warehouse.run(
    "update meta.source_files set source = 'referrals', format = 'csv' where file = $file",
    {file: FILE}
  );
  await writePredictions(warehouse, places, models);
}

async function landReferrals(warehouse: Warehouse, file: string): Promise<void> {
  try {
    await warehouse.run(
      `create temp table landed_referrals as
       select row_number() over () as line, trim("from") as from_id, trim("to") as to_id, trim("count") as referrals, trim(period) as period
       from read_csv($file, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`,
      {file}
    );
  } catch (error) {
    const [reason] = messageOf(error).split("\n");
    throw new UserError(`cannot read ${file}: ${reason}; it needs the columns from, to, count and period`, {
      cause: error
    });
  }
}

async function writePredictions(warehouse: Warehouse, places: Places, models: Models): Promise<void> {
  const pairs = await warehouse.columns(readSqlFile("sql/analysis/networks/observed_pairs.sql").text);
  const [first, second] = [pairs.place_1 ?? [], pairs.place_2 ?? []] as [number[], number[]];
  const observed = new Set(first.map((place, i) => place * places.count + second[i]!));
  if (observed.size === 0) return;
  const results = [
    {model: "continuum", scorer: continuumScorer(places, models.continuum)},
    {model: "plan", scorer: planScorer(places, models.plan)}
  ].map(({model, scorer}) => ({model, ...predictReferrals(places, scorer, {...models.ties, observed})}));
  await appendColumns(warehouse, "analysis.referral_predictions", [
    [VARCHAR, results.map(({model}) => model)],
    [INTEGER, results.map(({observedCount}) => observedCount)],
    [INTEGER, results.map(({unobservedCount}) => unobservedCount)],
    [DOUBLE, results.map(({auc}) => auc)],
    [DOUBLE, results.map(({averagePrecision}) => averagePrecision)],
    [DOUBLE, results.map(({observedCount}) => observedCount / observed.size)]
  ]);
}
