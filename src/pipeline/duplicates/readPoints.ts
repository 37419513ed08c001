import type {Degrees} from "../../analysis/duplicates/compareDistances.js";
import type {Warehouse} from "../../warehouse/open.js";
import {doublesOf, integersOf} from "./readColumns.js";

/** Reads latitude and longitude of each of so many records; nothing where no record has both. */
export async function readPoints(warehouse: Warehouse, records: number): Promise<Degrees | undefined> {
  const latitudes = new Float64Array(records).fill(NaN);
  const longitudes = new Float64Array(records).fill(NaN);
  let located = 0;
  const chunks = warehouse.chunks(
    "select record, latitude, longitude from linkage.records where latitude + longitude is not null"
  );
  for await (const chunk of chunks) {
    const [x, y] = [doublesOf(chunk, 1), doublesOf(chunk, 2)];
    for (const [i, record] of integersOf(chunk, 0).entries()) {
      latitudes[record] = x[i]!;
      longitudes[record] = y[i]!;
    }
    located += chunk.rowCount;
  }
  return located ? {latitudes, longitudes} : undefined;
}
