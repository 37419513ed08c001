import type {Warehouse} from "../../warehouse/open.js";
import {readDoubles} from "./readColumns.js";

/** Reads latitude and longitude of each record in degrees, NaN where missing; nothing where no record has both. */
export async function readPoints(warehouse: Warehouse): Promise<[Float64Array, Float64Array] | undefined> {
  const [counts] = await warehouse.rows<{records: number; located: number}>(
    "select count(*)::integer as records, count(latitude + longitude)::integer as located from linkage.records"
  );
  if (!counts!.located) return undefined;
  const sql = "select latitude, longitude from linkage.records order by record";
  const [latitudes, longitudes] = await readDoubles(warehouse, sql, counts!.records);
  return [latitudes!, longitudes!];
}
