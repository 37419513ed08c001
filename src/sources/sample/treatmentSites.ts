import {apportion} from "./apportion.js";
import {drawPlace, type Place, type StatePlaces} from "./places.js";
import {LEVELS, type Quotas, total} from "./quotas.js";
import {Random, shuffle} from "./random.js";

/** How a place is listed: for substance use, for mental health, or once for each. */
export const SU = 0;
export const MH = 1;
export const BOTH = 2;

/** Who converted the place’s records: from a SAMHSA export, in an earlier merge, or one listing each. */
export const CONVERTED = 0;
export const MERGED = 1;
export const SPLIT = 2;

/** What share of the sites is listed twice, and what share of those cross from one conversion to the other. */
const LISTED_TWICE = 0.13;
const SPLIT_SHARE = 0.2;
/** Hospitals are listed twice a little more often, homes a little less. */
const TWICE_WEIGHTS = [1, 0.7, 1.2];

/** The real places behind the treatment records, one array per fact; a site is its index. */
export interface TreatmentSites {
  count: number;
  states: string[];
  state: Uint8Array;
  /** First site of each state, and the count at the end. */
  starts: number[];
  /** Index into LEVELS. */
  level: Uint8Array;
  listing: Uint8Array;
  conversion: Uint8Array;
  placeIndex: Int32Array;
  places: Map<string, StatePlaces>;
}

/** Lays out the places of the treatment records: where they are, their level of care, how they are listed. */
export function layOutTreatmentSites(
  quotas: Quotas,
  places: Map<string, StatePlaces>,
  seed: number
): TreatmentSites {
  const records = [...quotas.states.values()];
  const all = records.reduce((a, b) => a + b, 0);
  const twice = all - Math.round(all / (1 + LISTED_TWICE));
  const twiceByState = apportion(twice, records);
  const counts = records.map((count, i) => count - twiceByState[i]!);
  const starts = [0];
  for (const count of counts) starts.push(starts.at(-1)! + count);
  const count = starts.at(-1)!;
  const sites: TreatmentSites = {
    count,
    states: [...quotas.states.keys()],
    state: new Uint8Array(count),
    starts,
    level: new Uint8Array(count),
    listing: new Uint8Array(count),
    conversion: new Uint8Array(count),
    placeIndex: new Int32Array(count),
    places
  };
  sites.states.forEach((_, i) => fillState(sites, i, twiceByState[i]!, seed));
  fillLevels(sites, quotas, seed);
  fillConversions(sites, all - (quotas.merged - demonstrations(quotas)), seed);
  return sites;
}

/** Returns the ZIP code area of a site. */
export function placeOf({states, state, places, placeIndex}: TreatmentSites, site: number): Place {
  return places.get(states[state[site]!]!)!.places[placeIndex[site]!]!;
}

function demonstrations({demonstration}: Quotas): number {
  return total(demonstration.outpatient) + total(demonstration.residential);
}

function fillState(sites: TreatmentSites, stateIndex: number, twice: number, seed: number): void {
  const [start, end] = [sites.starts[stateIndex]!, sites.starts[stateIndex + 1]!];
  const random = new Random(seed, "state", stateIndex);
  const places = sites.places.get(sites.states[stateIndex]!)!;
  sites.state.fill(stateIndex, start, end);
  const drawn = sites.placeIndex.subarray(start, end);
  for (let i = 0; i < drawn.length; i++) drawn[i] = drawPlace(places, random);
  drawn.sort();
  const listing = sites.listing.subarray(start, end);
  for (let i = 0; i < listing.length; i++) listing[i] = i < twice ? BOTH : random.chance(0.55) ? SU : MH;
  shuffle(listing, random);
}

function fillLevels({count, level, listing}: TreatmentSites, quotas: Quotas, seed: number): void {
  const records = LEVELS.map((name) => quotas.levels[name]);
  const twice = listing.reduce((sum, kind) => sum + Number(kind === BOTH), 0);
  const twiceByLevel = apportion(
    twice,
    records.map((n, i) => n * TWICE_WEIGHTS[i]!)
  );
  const once = records.map((n, i) => n - 2 * twiceByLevel[i]!);
  const random = new Random(seed, "levels");
  const decks = [once, twiceByLevel].map((parts) => shuffle(deck(parts), random));
  const next = [0, 0];
  for (let site = 0; site < count; site++) {
    const kind = Number(listing[site] === BOTH);
    level[site] = decks[kind]![next[kind]!++]!;
  }
}

function fillConversions({count, listing, conversion}: TreatmentSites, merged: number, seed: number): void {
  const random = new Random(seed, "conversions");
  let left = merged;
  const order = new Int32Array(count).map((_, i) => i);
  for (const site of shuffle(order, random)) {
    const isTwice = listing[site] === BOTH;
    const isSplit = isTwice && left > 0 && random.chance(SPLIT_SHARE);
    const records = isTwice && !isSplit ? 2 : 1;
    conversion[site] = isSplit ? SPLIT : left >= records ? CONVERTED : MERGED;
    if (conversion[site] !== MERGED) left -= records;
  }
}

function deck(counts: readonly number[]): Uint8Array {
  const cards = new Uint8Array(counts.reduce((a, b) => a + b, 0));
  let position = 0;
  counts.forEach((count, card) => {
    cards.fill(card, position, position + count);
    position += count;
  });
  return cards;
}
