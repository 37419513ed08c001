import {coinedWord, hostOf, inventedName, wordOfBatch} from "./names.js";
import {drawPlace, type Place, type StatePlaces} from "./places.js";
import {Random} from "./random.js";
import {streetAddress, type StreetAddress} from "./streets.js";
import {telephone} from "./telephones.js";

/** An organization of the smaller sources: a name, a place, ways to reach it. */
export interface InventedPlace {
  siteId: string;
  name: string;
  word: string;
  place: Place;
  address: StreetAddress;
  phone: string;
  email: string;
  website: string;
  random: Random;
}

/** Words from here on name the smaller sources’ organizations, so that they keep clear of treatment operators. */
const WORDS = 41_000;
/** Organizations of one purpose that draw from the same words: as many as the largest of these sources has at scale 1. */
const BATCH = 404;
const SITE_LETTERS = {narr: "N", center: "C", organization: "O", oxford: "X"};

export type Purpose = keyof typeof SITE_LETTERS;

/** Invents an organization of a state; the purpose and number make it one of a kind. */
export function inventedPlace(
  {purpose, number, form, state}: {purpose: Purpose; number: number; form: string; state: string},
  places: Map<string, StatePlaces>,
  seed: number
): InventedPlace {
  const random = new Random(seed, purpose, number);
  const index = wordOfBatch(WORDS - 1 - random.below(8_000), Math.floor((number - 1) / BATCH));
  const name = inventedName(index, form, random);
  const byState = places.get(state)!;
  const place = byState.places[drawPlace(byState, random)]!;
  return {
    siteId: `${SITE_LETTERS[purpose]}${number}`,
    name,
    word: coinedWord(index),
    place,
    address: streetAddress(place, random),
    phone: telephone(state, random.below(5_000)),
    email: `info@${hostOf(name)}`,
    website: `https://www.${hostOf(name)}`,
    random
  };
}
