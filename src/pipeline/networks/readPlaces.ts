import {quotedString} from "@duckdb/node-api";
import {spherePoints} from "../../analysis/geography/spherePoints.js";
import {bitSets, type BitSets} from "../../analysis/referrals/bitSets.js";
import type {PlaceFeatures} from "../../analysis/referrals/placeFeatures.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {doublesOf, integersOf, readIntegers} from "../duplicates/readColumns.js";
import {readParameter} from "../readParameter.js";

/** The places of the network, numbers in shared memory: what ties are scored from, and what they are called. */
export interface Places extends PlaceFeatures {
  organizationIds: string[];
  latitudes: Float64Array;
  longitudes: Float64Array;
  /** Code of each state, by its number from 1; null for number 0, an unknown one. */
  stateCodes: Array<string | null>;
  /** Number of the organization type, from 1. */
  types: Int32Array;
}

/** Fills analysis.network_records and reads the features of every place. */
export async function readPlaces(warehouse: Warehouse): Promise<Places> {
  await warehouse.run(
    `insert into analysis.network_records by name ${readSqlFile("sql/analysis/networks/records.sql").text}`
  );
  const [row] = await warehouse.rows<{n: number}>(
    "select count(distinct place)::integer as n from analysis.network_records"
  );
  const count = row!.n;
  const {organizationIds, isApproximate, ...columns} = await readColumns(warehouse, count);
  const uncertaintyKm = await readParameter(warehouse, "referral_zip_uncertainty_km");
  const features = {
    count,
    ...columns,
    points: spherePoints(columns.latitudes, columns.longitudes),
    uncertaintyKm: Float64Array.from(isApproximate, (blurred) => blurred * uncertaintyKm),
    steps: await readSteps(warehouse, count),
    ...(await readTerms(warehouse, count))
  };
  return {organizationIds, ...inSharedMemory(features)};
}

/** Reads what the statement gives of each place, chunk by chunk: as values of JavaScript they would take ten times the room. */
async function readColumns(warehouse: Warehouse, count: number) {
  const doubles = {latitudes: new Float64Array(count), longitudes: new Float64Array(count)};
  const integers = {
    types: new Int32Array(count),
    kinds: new Int32Array(count),
    operators: new Int32Array(count),
    cities: new Int32Array(count),
    states: new Int32Array(count),
    isApproximate: new Int32Array(count)
  };
  const organizationIds: string[] = [];
  const stateCodes: Array<string | null> = [null];
  const {text} = readSqlFile("sql/analysis/networks/places.sql");
  const sql = `select latitude, longitude, organization_type, kind, operator, city_number, state_number,
    coalesce(is_approximate, false)::integer, organization_id, state from (${text}) order by place`;
  for await (const chunk of warehouse.chunks(sql)) {
    const from = organizationIds.length;
    const [first, second] = [Object.values(doubles), Object.values(integers)];
    first.forEach((values, c) => values.set(doublesOf(chunk, c), from));
    second.forEach((values, c) => values.set(integersOf(chunk, first.length + c), from));
    const [ids, states] = [8, 9].map((c) => chunk.getColumnVector(c));
    for (let i = 0; i < chunk.rowCount; i++) {
      organizationIds.push(ids!.getItem(i) as string);
      stateCodes[integers.states[from + i]!] ??= states!.getItem(i) as string | null;
    }
  }
  return {...doubles, ...integers, organizationIds, stateCodes};
}

async function readSteps(warehouse: Warehouse, count: number): Promise<Int32Array> {
  const {text} = readSqlFile("sql/analysis/networks/steps.sql");
  const sql = `select place, step::integer from (${text})`;
  const [places, steps] = await readIntegers(warehouse, sql);
  const masks = new Int32Array(count);
  places?.forEach((place, i) => (masks[place]! |= 1 << steps![i]!));
  return masks;
}

async function readTerms(warehouse: Warehouse, count: number) {
  const {text} = readSqlFile("sql/analysis/networks/terms.sql");
  const setsOf = async (kind: string): Promise<BitSets> => {
    const sql = `select place, term from (${text}) where kind = ${quotedString(kind)}`;
    const [places, terms] = await readIntegers(warehouse, sql);
    return bitSets(count, places ?? [], terms ?? []);
  };
  return {
    certifications: await setsOf("certifications"),
    funding: await setsOf("funding"),
    payers: await setsOf("payers")
  };
}
