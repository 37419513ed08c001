import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

/** A ZIP code of a territory or an associated state, with its centre point, degrees. */
export interface TerritoryZip {
  zip: string;
  city: string;
  state: string;
  latitude: number;
  longitude: number;
}

const TERRITORY = /\{"zip":"\d+",[^{}]*"state":"(?:PR|VI|GU|AS|MP|FM|PW)"[^{}]*\}/g;

/**
 * Reads the ZIP codes of the territories and of the associated states but the Marshall Islands, which GeoNames has, in the
 * order of the zipcodes package. They are taken out of its text: running its five megabytes of JavaScript takes far longer.
 */
export function readTerritoryZips(): TerritoryZip[] {
  const text = readFileSync(createRequire(import.meta.url).resolve("zipcodes/lib/codes.js"), "utf8");
  return Array.from(text.matchAll(TERRITORY), ([row]) => JSON.parse(row) as TerritoryZip);
}
