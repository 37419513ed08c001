import {DuckDBDataChunk, FLOAT, INTEGER, VARCHAR} from "@duckdb/node-api";
import {type AccessOfKind, measureAccess} from "../analysis/geography/measureAccess.js";
import type {Band} from "../analysis/geography/e2sfca.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {readParameter} from "./readParameter.js";

const CHUNK = 2048;

/**
 * Fills analysis.point_access: for every population point, kind of help and payer, the distance to the
 * nearest and third nearest site and the floating-catchment supply. Kinds come from reference.help_kinds.
 */
export async function measureCoverage(warehouse: Warehouse): Promise<void> {
  const points = await warehouse.columns(
    "select point_id, longitude, latitude, population from reference.population_points order by point_id"
  );
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
    acceptsMedicaid: (supply.accepts_medicaid ?? []) as boolean[]
  };
  const names = kinds.kind as string[];
  const measured = measureAccess(demand, sites, {bands: await bandsOf(warehouse), kindCount: names.length});
  await appendAccess(warehouse, (points.point_id ?? []) as number[], {names, measured});
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

interface Measured {
  names: string[];
  measured: AccessOfKind[];
}

async function appendAccess(warehouse: Warehouse, ids: number[], {names, measured}: Measured): Promise<void> {
  const types = [INTEGER, VARCHAR, VARCHAR, FLOAT, FLOAT, FLOAT];
  await warehouse.append("analysis.point_access", (appender) => {
    for (const access of measured)
      for (let from = 0; from < ids.length; from += CHUNK) {
        const to = Math.min(ids.length, from + CHUNK);
        const chunk = DuckDBDataChunk.create(types, to - from);
        const column = (values: Float64Array, scale = 1) =>
          Array.from(values.subarray(from, to), (value) => (value === Infinity ? null : value * scale));
        chunk.setColumns([
          ids.slice(from, to),
          new Array<string>(to - from).fill(names[access.kind]!),
          new Array<string>(to - from).fill(access.payer),
          column(access.first),
          column(access.third),
          column(access.score, 100_000)
        ]);
        appender.appendDataChunk(chunk);
      }
  });
}
