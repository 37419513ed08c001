import {dateForm, unreadableDate} from "./dates.js";
import {facilityDetails} from "./listingDetails.js";
import {type Listing, listings} from "./listing.js";
import type {Profile} from "./profiles.js";
import {LEVELS} from "./quotas.js";
import type {SampleRecord} from "./sampleRecord.js";
import type {World} from "./siteFacts.js";
import {stateLabel} from "./stateLabels.js";
import {telephone, writeTelephone} from "./telephones.js";
import {MERGED} from "./treatmentSites.js";

/** Labels for which the code book has no code; the catalogue must keep them as terms of their own. */
const UNCODED = ["Nutrition Counseling", "Yoga and Mindfulness", "Equine-Assisted Therapy", "Spiritual Care"];
const UNCODED_SHARE = 0.06;
const PHONE_FORMS = ["dashes", "dashes", "brackets", "dots"] as const;

/** Yields treatment records as an earlier merge left them: nested, in its own words, with dates in four forms. */
export function* mergedRecords(world: World, count: number): Generator<SampleRecord> {
  const numbers = new Map(LEVELS.map((level) => [level, 0]));
  let written = 0;
  for (const listing of listings(world, MERGED)) {
    const number = numbers.get(listing.level)! + 1;
    numbers.set(listing.level, number);
    written++;
    yield mergedRecord(listing, {number, isUnreadable: written === Math.ceil(count / 2)});
  }
}

function mergedRecord(
  {facts, type, level, name, street, latitude, longitude, terms, damages, random}: Listing,
  {number, isUnreadable}: {number: number; isUnreadable: boolean}
): SampleRecord {
  const {place, phone, website, siteId, operatorId} = facts;
  const date = dateForm(random);
  if (isUnreadable) damages.push({field: "extraction_date", kind: "date_unreadable", truth: date.truth});
  const intake = phone && random.chance(0.3) ? telephone(place.state, random.below(5_000)) : "";
  const services = labels(terms.services);
  if (services.length && random.chance(UNCODED_SHARE)) services.push(random.pick(UNCODED));
  const record = {
    id: `TX_${level.slice(0, 3).toUpperCase()}_${String(number).padStart(4, "0")}`,
    name,
    level_of_care: level,
    address: {
      street,
      city: place.city,
      state: stateLabel(place.state, random),
      zip: place.zip,
      county: place.county
    },
    contact: {
      phone: phone && writeTelephone(phone, random.pick(PHONE_FORMS)),
      website,
      intake_phone: intake && writeTelephone(intake, "dashes"),
      intake_phone2: ""
    },
    location: {latitude, longitude},
    services,
    populations_served: labels(terms.populations),
    insurance_accepted: labels(terms.payers),
    data_source: "SAMHSA Behavioral Health Treatment Services Locator",
    extraction_date: isUnreadable ? unreadableDate : date.text,
    facility_details: facilityDetails(type, terms.services)
  };
  return {record, siteId, operatorId, listing: type, damages};
}

function labels(profiles: readonly Profile[]): string[] {
  return [...new Set(profiles.map(({merged}) => merged).filter(Boolean))];
}
