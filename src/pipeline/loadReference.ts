import {readdirSync} from "node:fs";
import {join} from "node:path";
import {countyOfPoint} from "../analysis/geography/assignCounty.js";
import type {CountyIndex} from "../analysis/geography/countyIndex.js";
import {UserError} from "../error.js";
import {type County, COUNTY_VINTAGE} from "../sources/reference/countyShapes.js";
import {isWithinNewYorkBorough, readPopulatedPlaces} from "../sources/reference/populatedPlaces.js";
import {readAreaFile} from "../sources/reference/readAreaFile.js";
import {naming} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {countyOutlines} from "./countyOutlines.js";
import {readParameter} from "./readParameter.js";

/**
 * Fills the tables that say where people live: counties of the map, populated places, and, where there is a
 * reference folder, the figures of its Census-style CSV files. The seeds and the scratch database raw must be
 * there already. Throws a UserError where the folder cannot be read.
 */
export async function loadReference(warehouse: Warehouse, folder: string | null): Promise<void> {
  const {counties, index} = countyOutlines();
  const snapMiles = await readParameter(warehouse, "county_snap_miles");
  await loadCounties(warehouse, counties);
  await loadPlaces(warehouse, index, snapMiles);
  await warehouse.run(
    "create or replace table raw.zip_areas (zcta varchar, latitude double, longitude double, population integer, vintage varchar)"
  );
  for (const file of filesIn(folder)) await readAreaFile(warehouse, file);
  await locateZipAreas(warehouse, index, snapMiles);
  await insertFrom(warehouse, "county_figures");
  await insertFrom(warehouse, "population_points");
}

function filesIn(folder: string | null): string[] {
  if (folder === null) return [];
  try {
    const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith(".csv"));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    throw new UserError(
      `reference folder not readable: ${folder}; set WORKBENCH_REFERENCE to a folder of CSV files, or unset it`,
      {cause: error}
    );
  }
}

async function loadCounties(warehouse: Warehouse, counties: County[]): Promise<void> {
  const states = await warehouse.rows<{fips: string; state: string}>(
    "select fips, state from reference.states"
  );
  const stateOf = new Map(states.map(({fips, state}) => [fips, state]));
  await warehouse.append("reference.counties", (appender) => {
    for (const {fips, name} of counties) {
      const state = stateOf.get(fips.slice(0, 2));
      if (state === undefined) continue;
      for (const value of [fips, name, state, COUNTY_VINTAGE]) appender.appendVarchar(value);
      appender.endRow();
    }
  });
}

async function loadPlaces(warehouse: Warehouse, index: CountyIndex, snapMiles: number): Promise<void> {
  const rows = await warehouse.columns("select place_id from reference.places_left_out");
  const leftOut = new Set(rows.place_id as number[]);
  await warehouse.append("reference.places", (appender) => {
    for (const place of readPopulatedPlaces()) {
      const county = countyOfPoint(index, place.point, snapMiles)?.fips ?? null;
      if (leftOut.has(place.id) || isWithinNewYorkBorough(place, county)) continue;
      appender.appendInteger(place.id);
      appender.appendVarchar(place.name);
      appender.appendVarchar(place.state);
      if (county === null) appender.appendNull();
      else appender.appendVarchar(county);
      appender.appendDouble(place.point[1]);
      appender.appendDouble(place.point[0]);
      appender.appendInteger(place.population);
      appender.appendVarchar(place.featureCode);
      appender.endRow();
    }
  });
}

/** Gives every ZIP code area the county and state that hold its centre point; those out at sea are left out. */
async function locateZipAreas(warehouse: Warehouse, index: CountyIndex, snapMiles: number): Promise<void> {
  const areas = await warehouse.columns("select zcta, longitude, latitude from raw.zip_areas order by zcta");
  await warehouse.run("create or replace table raw.zip_area_counties (zcta varchar, county_fips varchar)");
  const codes = (areas.zcta ?? []) as string[];
  await warehouse.append("raw.main.zip_area_counties", (appender) => {
    codes.forEach((zcta, i) => {
      const point: [number, number] = [areas.longitude![i] as number, areas.latitude![i] as number];
      const county = countyOfPoint(index, point, snapMiles);
      if (county === null) return;
      appender.appendVarchar(zcta);
      appender.appendVarchar(county.fips);
      appender.endRow();
    });
  });
}

async function insertFrom(warehouse: Warehouse, table: string): Promise<void> {
  const select = readSqlFile(`sql/analysis/coverage/${table}.sql`);
  await naming(select, () => warehouse.run(`insert into reference.${table} by name (${select.text}\n)`));
}
