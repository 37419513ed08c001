import {inventedPlace, type InventedPlace} from "./inventedPlace.js";
import {personName} from "./names.js";
import type {StatePlaces} from "./places.js";
import type {Quotas} from "./quotas.js";
import {oneToALine, type Piece, type SampleRecord} from "./sampleRecord.js";
import {writeTelephone} from "./telephones.js";

const SERVICES = [
  "Recovery Housing",
  "Sober Living",
  "Peer Support",
  "Mutual Aid Groups",
  "Democratic House Governance",
  "Shared Housing",
  "Self-Help Groups"
];
const EXTRACTED = "2025-07-31 08:15:00";

/** Yields oxford_house_processed_latest.json: houses with vacancies; no house has coordinates. */
export function* oxfordFile(
  {oxford}: Quotas,
  places: Map<string, StatePlaces>,
  {seed, generatedBy}: {seed: number; generatedBy: string}
): Generator<Piece> {
  const states = [...oxford].flatMap(([state, count]) => Array<string>(count).fill(state));
  const houses = states.map((state, i) =>
    houseRecord(
      inventedPlace({purpose: "oxford", number: i + 1, form: "residence", state}, places, seed),
      i + 1
    )
  );
  const capacities = houses.map(
    ({record}) => record.capacity as {total_beds: number; current_vacancies: number}
  );
  const metadata = {
    source: "Oxford House vacancies",
    extraction_timestamp: EXTRACTED,
    processing_timestamp: "2025-07-31 09:00:00",
    total_houses_with_vacancies: houses.length,
    states_covered: new Set(states).size,
    total_vacancies: capacities.reduce((sum, {current_vacancies}) => sum + current_vacancies, 0),
    total_beds: capacities.reduce((sum, {total_beds}) => sum + total_beds, 0),
    pipeline_version: "1.1",
    generated_by: generatedBy
  };
  yield `${JSON.stringify({metadata, summary_statistics: {}}).slice(0, -1)},\n"houses":[`;
  yield* oneToALine(houses);
  yield "\n]}\n";
}

function houseRecord(
  {word, place, address, phone, random, siteId}: InventedPlace,
  number: number
): SampleRecord {
  const beds = random.between(6, 14);
  const vacancies = random.between(1, 4);
  const record = {
    id: `OXFORD_${place.state}_${String(number).padStart(4, "0")}`,
    name: `Oxford House ${word}`,
    organization_type: "recovery_residence",
    certification_type: "oxford_house",
    is_narr_certified: false,
    narr_classification: {
      is_narr_certified: false,
      certification_type: "oxford_house",
      certification_details: ["Oxford House Charter"],
      classification_confidence: 1.0,
      last_classified: "2025-07-31"
    },
    address: {street: address.street, city: place.city, state: place.state, zip: place.zip},
    contact: {
      phone: writeTelephone(phone, "dashes"),
      contact_person: personName(random),
      application_process: "Call the house and ask for an interview"
    },
    capacity: {
      total_beds: beds,
      current_vacancies: vacancies,
      occupancy_rate: Math.round((1000 * (beds - vacancies)) / beds) / 10,
      has_vacancy: true
    },
    demographics: {gender: random.pick(["Men", "Women"]), age_restrictions: "Adults (18+)"},
    requirements: [],
    services: SERVICES,
    cost: {
      structure: "Equal share of expenses",
      typical_range: "$100-150 per week",
      includes: ["Rent", "Utilities"]
    },
    oxford_house_details: {charter_type: "permanent", governance: "democratic"},
    vacancy_status: {has_vacancies: true, vacancy_count: vacancies, last_updated: "2025-07-30"},
    data_source: {source: "Oxford House vacancies", extraction_date: EXTRACTED, data_freshness: "daily"}
  };
  return {record, siteId, operatorId: siteId, listing: "", damages: []};
}
