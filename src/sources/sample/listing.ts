import {LEVELS, type Level} from "./quotas.js";
import type {Damage} from "./sampleRecord.js";
import {nameVariant} from "./nameVariant.js";
import {Random} from "./random.js";
import {type SiteFacts, siteFacts, type World} from "./siteFacts.js";
import {type ListingTerms, siteTerms} from "./siteTerms.js";
import {shortened} from "./streets.js";
import {BOTH, CONVERTED, MERGED, MH, SU} from "./treatmentSites.js";

/** One listing of a place, as a source is about to write it: the facts, what is damaged, the terms. */
export interface Listing {
  facts: SiteFacts;
  type: "SU" | "MH";
  level: Level;
  name: string;
  street: string;
  latitude: string;
  longitude: string;
  terms: ListingTerms;
  damages: Damage[];
  random: Random;
}

const NAME_VARIANTS = 0.02;
const STREET_VARIANTS = 0.08;
const WITHOUT_COORDINATES = 0.008;
const WITHOUT_STREET = 0.006;

/** Yields the listings that one conversion made: all of a place’s, or one of two where each made one. */
export function* listings(world: World, conversion: typeof CONVERTED | typeof MERGED): Generator<Listing> {
  const {count, conversion: by, listing} = world.sites;
  for (let site = 0; site < count; site++) {
    const isWhole = by[site] === conversion;
    if (by[site] === (conversion === CONVERTED ? MERGED : CONVERTED)) continue;
    const facts = siteFacts(world, site);
    for (const terms of siteTerms(world, site)) {
      const {kind} = terms;
      if (isWhole || kind === (conversion === CONVERTED ? SU : MH))
        yield listingOf(world, {
          site,
          kind,
          isSecond: listing[site] === BOTH && kind === MH,
          facts,
          terms
        });
    }
  }
}

interface Draft {
  site: number;
  kind: number;
  isSecond: boolean;
  facts: SiteFacts;
  terms: ListingTerms;
}

function listingOf(world: World, {site, kind, isSecond, facts, terms}: Draft): Listing {
  const random = new Random(world.seed, kind === SU ? "listing SU" : "listing MH", site);
  const listing: Listing = {
    facts,
    type: kind === SU ? "SU" : "MH",
    level: LEVELS[world.sites.level[site]!]!,
    name: facts.name,
    street: facts.unit ? `${facts.street}, ${facts.unit}` : facts.street,
    latitude: String(facts.latitude),
    longitude: String(facts.longitude),
    terms,
    damages: [],
    random
  };
  if (isSecond) vary(listing);
  if (random.chance(WITHOUT_COORDINATES)) dropCoordinates(listing);
  if (random.chance(WITHOUT_STREET)) {
    listing.damages.push({field: "street", kind: "street_missing", truth: listing.street});
    listing.street = "";
  }
  return listing;
}

function vary(listing: Listing): void {
  const {random, facts, damages} = listing;
  if (random.chance(NAME_VARIANTS)) {
    const {name, kind} = nameVariant(facts.name, random);
    damages.push({field: "name", kind, truth: facts.name});
    listing.name = name;
  }
  if (random.chance(STREET_VARIANTS) && shortened(listing.street) !== listing.street) {
    damages.push({field: "street", kind: "street_abbreviated", truth: listing.street});
    listing.street = shortened(listing.street);
  }
}

function dropCoordinates(listing: Listing): void {
  const {latitude, longitude, damages} = listing;
  damages.push({field: "coordinates", kind: "coordinates_missing", truth: `${latitude} ${longitude}`});
  listing.latitude = "";
  listing.longitude = "";
}
