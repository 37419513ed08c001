import {coinedWord, wordOfBatch} from "./names.js";
import {drawPlace, type StatePlaces} from "./places.js";
import type {Quotas} from "./quotas.js";
import {Random} from "./random.js";
import type {SampleRecord} from "./sampleRecord.js";
import {streetAddress, unitOf} from "./streets.js";
import {telephone, writeTelephone} from "./telephones.js";

type DemonstrationLevel = "outpatient" | "residential";

/** Records that draw from the same words: as many as there are at scale 1. */
const BATCH = 3_850;
const OWNERSHIP = ["Private non-profit", "Private for-profit", "State government", "Local government"];
const ACCREDITATIONS = ["CARF", "Joint Commission", "COA"];

/** Yes-or-no fields, with the percent that are true for outpatient and residential facilities. */
const FLAGS: Record<string, readonly [number, number]> = {
  outpatient_treatment: [100, 10],
  intensive_outpatient: [50, 10],
  partial_hospitalization: [15, 10],
  residential_treatment: [0, 100],
  short_term_residential: [0, 55],
  long_term_residential: [0, 60],
  detoxification: [10, 45],
  methadone_maintenance: [12, 5],
  buprenorphine: [45, 40],
  naltrexone: [40, 35],
  mental_health_services: [60, 55],
  individual_counseling: [95, 95],
  group_counseling: [90, 95],
  family_counseling: [65, 60],
  case_management: [75, 80],
  peer_support: [50, 60],
  recovery_coaching: [30, 40],
  naloxone_training: [55, 60],
  telehealth: [70, 35],
  medicaid: [70, 60],
  medicare: [50, 35],
  private_insurance: [75, 65],
  self_pay: [90, 85],
  sliding_fee_scale: [40, 30]
};

/**
 * Yields the demonstration records, 250 outpatient and 200 residential a state at scale 1, in the second dialect:
 * facility_name, two address lines, a flag per service, capacities. They describe no place at all.
 */
export function* demonstrationRecords(
  {demonstration}: Quotas,
  places: Map<string, StatePlaces>,
  seed: number
): Generator<SampleRecord> {
  let index = 0;
  for (const level of ["outpatient", "residential"] as const)
    for (const [state, count] of demonstration[level])
      for (let i = 0; i < count; i++)
        yield demonstrationRecord(level, places.get(state)!, {
          number: ++index,
          random: new Random(seed, "demonstration", index)
        });
}

function demonstrationRecord(
  level: DemonstrationLevel,
  places: StatePlaces,
  {number, random}: {number: number; random: Random}
): SampleRecord {
  const place = places.places[drawPlace(places, random)]!;
  const address = streetAddress(place, random);
  const word = coinedWord(wordOfBatch(random.below(41_000), Math.floor((number - 1) / BATCH)));
  const name = `${word} ${level === "outpatient" ? "Outpatient Facility" : "Residential Facility"}`;
  const flags = Object.entries(FLAGS).map(([flag, shares]) => [
    flag,
    random.chance(shares[level === "outpatient" ? 0 : 1] / 100)
  ]);
  const record = {
    facility_id: `NSUMHSS_${String(number).padStart(5, "0")}`,
    facility_name: name,
    dba_names: random.chance(0.2) ? [`${name} of ${place.city}`] : [],
    level_of_care: level,
    address_line1: address.street,
    address_line2: random.chance(0.25) ? unitOf(0, random) : "",
    city: place.city,
    state: place.state,
    zip_code: place.zip,
    county: place.county,
    phone: writeTelephone(telephone(place.state, random.below(5_000)), "dashes"),
    website: "",
    latitude: String(address.latitude),
    longitude: String(address.longitude),
    license_numbers: [`${place.state}-${random.between(10_000, 99_999)}`],
    accreditations: ACCREDITATIONS.filter(() => random.chance(0.3)),
    ...Object.fromEntries(flags),
    ...capacities(level, random),
    ownership_type: random.pick(OWNERSHIP),
    parent_organization: random.chance(0.3) ? `${coinedWord(random.below(400))} Health Group` : "",
    data_source: "SAMHSA N-SUMHSS",
    extraction_date: "2025-07-15"
  };
  return {record, siteId: `D${number}`, operatorId: `D${number}`, listing: "", damages: []};
}

function capacities(level: DemonstrationLevel, random: Random): Record<string, number> {
  if (level === "outpatient") return {outpatient_capacity: random.between(20, 400)};
  return {residential_capacity: random.between(8, 60), detox_capacity: random.between(0, 12)};
}
