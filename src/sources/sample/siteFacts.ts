import {hostOf} from "./names.js";
import {ALONE, operatorName, type Operators, OWN_NAME, sharesTelephone} from "./operators.js";
import type {Place} from "./places.js";
import {Random} from "./random.js";
import {streetAddress, unitOf} from "./streets.js";
import {telephone} from "./telephones.js";
import {placeOf, type TreatmentSites} from "./treatmentSites.js";

/** What is true of a place, before any source writes it down. */
export interface SiteFacts {
  siteId: string;
  operatorId: string;
  name: string;
  street: string;
  unit: string;
  place: Place;
  latitude: number;
  longitude: number;
  /** Ten digits; empty where the place has none. */
  phone: string;
  website: string;
}

const WITHOUT_CONTACT = 0.008;
const WITH_WEBSITE = 0.75;
const WITH_UNIT = 0.25;

/** Everything that the sample needs to make any treatment site from its index alone. */
export interface World {
  sites: TreatmentSites;
  operators: Operators;
  seed: number;
}

/** Returns the facts of a treatment site; always the same for the same world and index. */
export function siteFacts({sites, operators, seed}: World, site: number): SiteFacts {
  const random = new Random(seed, "site", site);
  const building = operators.building[site]!;
  const place = placeOf(sites, building);
  const address = streetAddress(place, new Random(seed, "building", building));
  const unreachable = random.chance(WITHOUT_CONTACT);
  const operator = operators.operator[site]!;
  const parent = operatorName(sites, operators, site, seed);
  const phoneSite = sharesTelephone(operators, site, seed) ? operator : site;
  const hasWebsite = operators.kind[site] !== ALONE || random.chance(WITH_WEBSITE);
  const hasUnit = isShared(operators, site) || random.chance(WITH_UNIT);
  return {
    siteId: `T${site + 1}`,
    operatorId: `T${operator + 1}`,
    name: operators.kind[site] === OWN_NAME ? `${parent} - ${address.streetName} Clinic` : parent,
    street: address.street,
    unit: hasUnit ? unitOf(site - building, random) : "",
    place,
    latitude: address.latitude,
    longitude: address.longitude,
    phone: unreachable ? "" : telephone(place.state, phoneSite - sites.starts[sites.state[site]!]!),
    website: unreachable || !hasWebsite ? "" : `http://www.${hostOf(parent)}`
  };
}

function isShared({building}: Operators, site: number): boolean {
  return building[site] !== site || building[site + 1] === site;
}
