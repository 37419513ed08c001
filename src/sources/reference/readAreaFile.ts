import {basename} from "node:path";
import {quotedIdentifier} from "@duckdb/node-api";
import {naming} from "../../warehouse/models.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {type AreaFileShape, recognizeAreaFile, vintageOf} from "./recognizeAreaFile.js";

const FIGURES = "sql/analysis/coverage/area_figures.sql";

/**
 * Reads one Census-style CSV file into reference.area_figures (counties, states) or raw.zctas (ZIP code
 * areas), and records it in reference.area_files; a file in no known format is recorded as unknown.
 */
export async function readAreaFile(warehouse: Warehouse, path: string): Promise<void> {
  const file = basename(path);
  await warehouse.run(
    "create or replace table raw.area_rows as select * from read_csv($path, all_varchar = true, header = true)",
    {path}
  );
  const shape = await shapeOf(warehouse);
  const population = await populationOf(warehouse, shape);
  const {vintage, basis} = vintageOf(file, population);
  const [rows] = await warehouse.rows<{count: number}>(
    "select count(*)::integer as count from raw.area_rows"
  );
  await warehouse.run(
    `insert into reference.area_files
     values ($file, $kind, $vintage, $basis, $count, $population::bigint)`,
    {file, kind: shape.kind, vintage, basis, count: rows!.count, population}
  );
  if (shape.kind === "zcta") await keepZipAreas(warehouse, vintage);
  if (shape.kind === "county" || shape.kind === "state") await keepFigures(warehouse, file, shape);
}

async function shapeOf(warehouse: Warehouse): Promise<AreaFileShape> {
  const header = (await warehouse.columns("select column_name from (describe raw.area_rows)")).column_name;
  const [first] = await warehouse.rows<Record<string, string | null>>("select * from raw.area_rows limit 1");
  const measures = (await warehouse.columns("select header from reference.area_measures")).header;
  return recognizeAreaFile((header ?? []) as string[], first ?? {}, (measures ?? []) as string[]);
}

async function populationOf(warehouse: Warehouse, {kind}: AreaFileShape): Promise<number | null> {
  if (kind === "county_names" || kind === "unknown") return null;
  const [row] = await warehouse
    .rows<{people: number | null}>(
      `select sum(try_cast(value as double)) as people from (
       unpivot (select columns(header -> header in ('TotPop', 'POP')), 1 as one from raw.area_rows)
       on columns(* exclude (one)) into name header value value)`
    )
    .catch(() => [{people: null}]);
  return row?.people ?? null;
}

async function keepFigures(warehouse: Warehouse, file: string, {kind, key}: AreaFileShape): Promise<void> {
  await warehouse.run(`alter table raw.area_rows add column area_code varchar`);
  await warehouse.run(
    `update raw.area_rows set area_code = regexp_extract(${quotedIdentifier(key)}, '([0-9]+)(\\.0)?$', 1)`
  );
  const select = readSqlFile(FIGURES);
  await naming(select, () =>
    warehouse.run(`insert into reference.area_figures by name (${select.text}\n)`, {file, area_kind: kind})
  );
}

async function keepZipAreas(warehouse: Warehouse, vintage: string): Promise<void> {
  await warehouse.run(
    `insert into raw.zip_areas
     select right('00000' || "GEOID", 5), try_cast("Y" as double), try_cast("X" as double),
       try_cast(try_cast("POP" as double) as integer), $vintage
     from raw.area_rows`,
    {vintage}
  );
}
