import {quotedString} from "@duckdb/node-api";
import {spherePoints} from "../../analysis/geography/spherePoints.js";
import {bitSets, type BitSets} from "../../analysis/referrals/bitSets.js";
import type {PlaceFeatures} from "../../analysis/referrals/placeFeatures.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {readIntegers} from "../duplicates/readColumns.js";
import {readParameter} from "../readParameter.js";

/** The places of the network: what ties are scored from, and what they are called. */
export interface Places extends PlaceFeatures {
  organizationIds: string[];
  latitudes: Float64Array;
  longitudes: Float64Array;
  stateCodes: Array<string | null>;
  /** Number of the organization type, from 1. */
  types: Int32Array;
}

/** Fills analysis.network_records and reads the features of every place. */
export async function readPlaces(warehouse: Warehouse): Promise<Places> {
  await warehouse.run(
    `insert into analysis.network_records by name ${readSqlFile("sql/analysis/networks/records.sql").text}`
  );
  const places = await warehouse.columns(readSqlFile("sql/analysis/networks/places.sql").text);
  const integers = (name: string) => Int32Array.from((places[name] ?? []) as number[]);
  const doubles = (name: string) => Float64Array.from((places[name] ?? []) as number[]);
  const [latitudes, longitudes] = [doubles("latitude"), doubles("longitude")];
  const uncertaintyKm = await readParameter(warehouse, "referral_zip_uncertainty_km");
  const isApproximate = (places.is_approximate ?? []) as boolean[];
  const count = latitudes.length;
  return {
    count,
    organizationIds: (places.organization_id ?? []) as string[],
    latitudes,
    longitudes,
    points: spherePoints(latitudes, longitudes),
    uncertaintyKm: Float64Array.from(isApproximate, (blurred) => (blurred ? uncertaintyKm : 0)),
    stateCodes: (places.state ?? []) as Array<string | null>,
    types: integers("organization_type"),
    kinds: integers("kind"),
    operators: integers("operator"),
    states: integers("state_number"),
    cities: integers("city_number"),
    steps: await readSteps(warehouse, count),
    ...(await readTerms(warehouse, count))
  };
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
