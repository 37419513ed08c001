import {DuckDBDataChunk, FLOAT, INTEGER} from "@duckdb/node-api";
import {type AccessOfKind, measureAccess} from "../analysis/geography/measureAccess.js";
import type {Band} from "../analysis/geography/e2sfca.js";
import {naming} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {countSitesByThreshold} from "./countSitesByThreshold.js";
import {readParameter} from "./readParameter.js";

const CHUNK = 2048;

/**
 * Measures, for every population point, kind of help and payer, the distance to the nearest and third nearest
 * site and the floating-catchment supply, and fills analysis.unplaced_supply (sites that no distance includes),
 * analysis.point_access (points, any payer) and analysis.area_access (areas). Kinds come from reference.help_kinds, sites from analysis.site_members: one
 * place is one unit of supply however many records describe it.
 */
export async function measureCoverage(warehouse: Warehouse): Promise<void> {
  const points = await warehouse.columns(
    "select point_id, longitude, latitude, population from reference.population_points order by point_id"
  );
  const local = readSqlFile("sql/analysis/coverage/local_supply.sql");
  await naming(local, () => warehouse.run(`create or replace table raw.local_supply as (${local.text}\n)`));
  const supply = await warehouse.columns(readSqlFile("sql/analysis/coverage/supply.sql").text);
  const kinds = await warehouse.columns("select kind from reference.help_kinds order by position");
  const demand = {
    longitude: numbers(points.longitude),
    latitude: numbers(points.latitude),
    population: numbers(points.population)
  };
  const sites = {
    longitude: numbers(supply.longitude),
    latitude: numbers(supply.latitude),
    kinds: numbers(supply.kinds),
    medicaidKinds: numbers(supply.medicaid_kinds)
  };
  const kindCount = kinds.kind!.length;
  const measured = measureAccess(demand, sites, {bands: await bandsOf(warehouse), kindCount});
  await appendAccess(warehouse, (points.point_id ?? []) as number[], measured);
  await countSitesByThreshold(warehouse);
}

function numbers(column: unknown[] | undefined): Float64Array {
  return Float64Array.from((column ?? []) as number[]);
}

async function bandsOf(warehouse: Warehouse): Promise<Band[]> {
  const bands: Band[] = [];
  for (const band of [1, 2, 3])
    bands.push({
      miles: await readParameter(warehouse, `catchment_band_${band}_miles`),
      weight: await readParameter(warehouse, `catchment_weight_${band}`)
    });
  return bands;
}

/** Numbers alone pass through the appender, several times faster than words; the SELECT names the kinds. */
async function appendAccess(warehouse: Warehouse, ids: number[], measured: AccessOfKind[]): Promise<void> {
  await warehouse.run(
    `create or replace table raw.point_access
     (bit integer, point_id integer, first float, third float, score float)`
  );
  await warehouse.append("raw.main.point_access", (appender) => {
    measured.forEach(({first, third, score}, bit) => {
      for (let from = 0; from < ids.length; from += CHUNK) {
        const to = Math.min(ids.length, from + CHUNK);
        const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, FLOAT, FLOAT, FLOAT], to - from);
        const column = (values: Float64Array) => Array.from(values.subarray(from, to));
        chunk.setColumns([
          new Array<number>(to - from).fill(bit),
          ids.slice(from, to),
          ...[first, third, score].map(column)
        ]);
        appender.appendDataChunk(chunk);
      }
    });
  });
  for (const table of ["unplaced_supply", "point_access", "area_access"]) {
    const select = readSqlFile(`sql/analysis/coverage/${table}.sql`);
    await naming(select, () => warehouse.run(`insert into analysis.${table} by name (${select.text}\n)`));
  }
}
