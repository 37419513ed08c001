import {facilityDetails} from "./listingDetails.js";
import {listings} from "./listing.js";
import type {Profile} from "./profiles.js";
import type {SampleRecord} from "./sampleRecord.js";
import type {World} from "./siteFacts.js";
import {writeTelephone} from "./telephones.js";
import {CONVERTED} from "./treatmentSites.js";

export const EXPORT_FILES = [
  "FindTreament_Facility_listing_2025_07_31_190629.csv",
  "FindTreament_Facility_listing_2025_07_31_190717.csv"
] as const;
const EXTENSIONS = 0.02;

/** Yields treatment records as the conversion of a SAMHSA export wrote them: flat, with its own, partly wrong, labels. */
export function* convertedRecords(world: World, count: number): Generator<SampleRecord> {
  let number = 0;
  for (const {facts, type, level, name, street, latitude, longitude, terms, damages, random} of listings(
    world,
    CONVERTED
  )) {
    number++;
    const {place, phone, website, siteId, operatorId} = facts;
    const extension = phone && random.chance(EXTENSIONS) ? ` x${random.between(100, 999)}` : "";
    const record = {
      id: `SAMHSA_${level.slice(0, 3).toUpperCase()}_${String(number).padStart(6, "0")}`,
      name,
      level_of_care: level,
      address: street,
      city: place.city,
      state: place.state,
      zip: place.zip,
      county: place.county,
      phone: phone && writeTelephone(phone, "dashes") + extension,
      website,
      services: labels(terms.services),
      populations_served: labels(terms.populations),
      insurance_accepted: labels(terms.payers),
      coordinates: {latitude, longitude},
      data_source: "SAMHSA Treatment Locator (Complete)",
      source_file: EXPORT_FILES[number <= count / 2 ? 0 : 1],
      extraction_date: "2025-07-31",
      facility_details: facilityDetails(type, terms.services)
    };
    yield {record, siteId, operatorId, listing: type, damages};
  }
}

function labels(profiles: readonly Profile[]): string[] {
  return profiles.map(({converted}) => converted).filter(Boolean);
}
