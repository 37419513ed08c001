import {bagSimilarity} from "./bagSimilarity.js";
import {AT_BEST, type Comparison, type Level} from "./comparison.js";
import {editDistance} from "./editDistance.js";
import type {StringField} from "./stringField.js";
import {valueShares} from "./valueShares.js";
import type {WordBags} from "./wordBags.js";

const LEVELS: Level[] = [
  {label: "same city and ZIP code", prior: 0.55, byFrequency: "exact"},
  {label: "same city or ZIP code, the other alike or not given", prior: 0.24, byFrequency: "exact"},
  {label: "same city or ZIP code, the other different", prior: 0.09},
  {label: "city or ZIP code alike", prior: 0.04},
  {label: "same state only", prior: 0.05},
  {label: "different", prior: 0.03, disagrees: true}
];
const [BOTH, ONE, CONFLICT, ALIKE, STATE, DIFFERENT] = [0, 1, 2, 3, 4, 5];
const [OTHER, SIMILAR, EQUAL] = [0, 1, 2];

export interface Localities {
  city?: WordBags;
  zip?: StringField;
  state?: StringField;
}

/** Localities with the first city, ZIP code and state of each record side by side, −1 where there is none. */
export interface FirstLocalities extends Localities {
  firsts: Int32Array;
}

/** Puts what is compared of one record together in memory. */
export function firstLocalities({city, zip, state}: Localities): FirstLocalities {
  const columns = [city?.records, zip?.records, state?.records];
  const count = Math.max(...columns.map((column) => (column ? column.offsets.length - 1 : 0)));
  const firsts = new Int32Array(count * columns.length).fill(-1);
  for (const [c, column] of columns.entries())
    for (let record = 0; column && record < count; record++) {
      const start = column.offsets[record]!;
      if (column.offsets[record + 1]! > start) firsts[record * columns.length + c] = column.ids[start]!;
    }
  return {...(city && {city}), ...(zip && {zip}), ...(state && {state}), firsts};
}

/** Compares city, ZIP code and state as one: they depend on each other too much to count apart. */
export function compareLocalities(name: string, {city, zip, firsts}: FirstLocalities): Comparison {
  const last = new Float64Array([1]);
  const levelOf = (a: number, b: number, isBest: boolean) => {
    const x = firsts[3 * a]!;
    const y = firsts[3 * b]!;
    const v = firsts[3 * a + 1]!;
    const w = firsts[3 * b + 1]!;
    const s = firsts[3 * a + 2]!;
    const t = firsts[3 * b + 2]!;
    const cities = x < 0 || y < 0 ? -1 : x === y ? EQUAL : isBest ? SIMILAR : cityLikeness(city!, x, y);
    const zips = v < 0 || w < 0 ? -1 : v === w ? EQUAL : isBest ? SIMILAR : zipLikeness(zip!, v, w);
    const states = s < 0 || t < 0 ? -1 : s === t ? EQUAL : OTHER;
    last[0] = Math.min(zips === EQUAL ? zip!.shares[v]! : 1, cities === EQUAL ? city!.shares[x]! : 1);
    const level = localityLevel(cities, zips, states);
    return isBest && (cities === SIMILAR || zips === SIMILAR) ? AT_BEST + level : level;
  };
  const compare = (a: number, b: number) => levelOf(a, b, false);
  const bound = (a: number, b: number) => levelOf(a, b, true);
  const recount = (entities: Int32Array) => {
    city?.shares.set(valueShares(city.records, city.shares.length, entities));
    zip?.shares.set(valueShares(zip.records, zip.shares.length, entities));
  };
  return {name, aspect: "where", levels: LEVELS, compare, bound, share: () => last[0]!, recount};
}

function localityLevel(cities: number, zips: number, states: number): number {
  if (cities < 0 && zips < 0) return states < 0 ? -1 : states === EQUAL ? STATE : DIFFERENT;
  if (cities === EQUAL && zips === EQUAL) return BOTH;
  if (cities === EQUAL || zips === EQUAL) {
    const isConflict = cities === OTHER || zips === OTHER || (states === OTHER && zips !== EQUAL);
    return isConflict ? CONFLICT : ONE;
  }
  if (cities === SIMILAR || zips === SIMILAR) return ALIKE;
  return states === EQUAL ? STATE : DIFFERENT;
}

function cityLikeness(city: WordBags, a: number, b: number): number {
  const {dice, contained} = bagSimilarity(city, a, b);
  return dice >= 0.6 || contained >= 0.97 ? SIMILAR : OTHER;
}

function zipLikeness({strings}: StringField, a: number, b: number): number {
  return editDistance(strings, a, b, 1) <= 1 ? SIMILAR : OTHER;
}
