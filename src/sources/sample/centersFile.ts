import {dateForm} from "./dates.js";
import {inventedPlace, type InventedPlace} from "./inventedPlace.js";
import type {StatePlaces} from "./places.js";
import {type Quotas, total} from "./quotas.js";
import type {Random} from "./random.js";
import {oneToALine, type Piece, type SampleRecord} from "./sampleRecord.js";
import {fullName} from "./stateLabels.js";
import {writeTelephone} from "./telephones.js";

const SERVICES = [
  "Peer Support Services",
  "Recovery Coaching",
  "All Recovery Meetings",
  "Support Groups",
  "Employment Assistance",
  "Housing Assistance",
  "Naloxone Distribution",
  "Community Outreach",
  "Recovery Yoga",
  "Art Studio"
];
const POPULATIONS = ["Adults", "Young Adults", "Veterans", "LGBTQ+", "Justice-Involved"];

interface Center {
  center: InventedPlace;
  region: string;
  source: string;
  isUnknown: boolean;
}

/** Yields recovery_community_centers_master.json: regional lists, then national ones, a third without a state. */
export function* centersFile(
  quotas: Quotas,
  places: Map<string, StatePlaces>,
  {seed, generatedBy}: {seed: number; generatedBy: string}
): Generator<Piece> {
  const centers = [...centersOf(quotas, places, seed)];
  const records = centers.map((center, i) => centerRecord(center, i + 1));
  const head = {
    extraction_date: "2025-07-30",
    data_type: "Recovery Community Centers",
    total_centers: records.length,
    states_covered: new Set(records.map(({record}) => record.state)).size,
    regions_covered: quotas.centers.size,
    sources: ["SAMHSA Recovery Community Services Program", "National Recovery Advocacy Networks"],
    generated_by: generatedBy,
    centers_by_region: grouped(records, "region", ({id}) => id),
    centers_by_state: grouped(records, "state", ({id, name, organization_name, city}) => ({
      id,
      name: name ?? organization_name,
      city
    }))
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"all_centers":[`;
  yield* oneToALine(records);
  yield `\n],\n"summary":${JSON.stringify({total_centers: records.length})}}\n`;
}

/** Yields the centers that name their state, in file order; some of them are recovery organizations as well. */
export function* centersOf(
  quotas: Quotas,
  places: Map<string, StatePlaces>,
  seed: number
): Generator<Center> {
  let number = 0;
  const invent = (state: string) =>
    inventedPlace({purpose: "center", number: ++number, form: "center", state}, places, seed);
  for (const [region, states] of quotas.centers)
    for (const [state, count] of states)
      for (let i = 0; i < count; i++)
        yield {center: invent(state), region, source: "regional_rccs.json", isUnknown: false};
  for (const [state, count] of quotas.nationalCenters)
    for (let i = 0; i < count; i++)
      yield {center: invent(state), region: "Unknown", source: "samhsa_rcsp.json", isUnknown: false};
  const homes = [...quotas.states.keys()];
  for (let i = 0; i < quotas.unknownCenters; i++)
    yield {
      center: invent(homes[i % homes.length]!),
      region: "Unknown",
      source: "national_rccs.json",
      isUnknown: true
    };
}

function centerRecord({center, region, source, isUnknown}: Center, number: number): SampleRecord {
  const {name, word, place, address, phone, email, website, random, siteId} = center;
  const hasAddress = !isUnknown && random.chance(0.9);
  const line = `${address.street}, ${place.city}, ${place.state} ${place.zip}`;
  const {street} = address;
  const nested = {street, city: place.city, state: place.state, zip: place.zip};
  const isNested = random.chance(0.3);
  const record = {
    id: `RCC_${String(number).padStart(4, "0")}`,
    ...(random.chance(0.85) ? {name} : {organization_name: name}),
    trade_names: random.chance(0.1) ? [`The ${word}`] : [],
    address: hasAddress ? (isNested ? nested : line) : "",
    city: isUnknown ? "" : place.city,
    state: isUnknown ? "Unknown" : random.chance(0.5) ? fullName(place.state) : place.state,
    phone: random.chance(0.6) ? writeTelephone(phone, "brackets") : "",
    email: random.chance(0.5) ? email : "",
    website: random.chance(0.7) ? website : "",
    services: chosen(SERVICES, random),
    ...(random.chance(0.5)
      ? {hours: "Mon-Fri 9am-6pm"}
      : {operating_hours: {weekdays: "9am-6pm", saturday: "10am-2pm"}}),
    ...(random.chance(0.5) ? {certifications: []} : {certification_status: "Peer accredited"}),
    ...(random.chance(0.5)
      ? {funding_source: "SAMHSA RCSP"}
      : {funding_sources: ["SAMHSA RCSP", "State funding"]}),
    annual_reach: `${random.between(1, 9)},${random.between(100, 999)}+`,
    target_populations: chosen(POPULATIONS, random),
    leadership: "Peer-led board",
    social_media: {},
    region,
    ...(isUnknown && {affiliation: "National Network"}),
    data_source: source,
    extraction_date: dateForm(random).text
  };
  return {record, siteId, operatorId: siteId, listing: "", damages: isUnknown ? unknownState(center) : []};
}

function unknownState({place}: InventedPlace) {
  return [{field: "state", kind: "state_unknown", truth: place.state}];
}

function chosen(list: readonly string[], random: Random): string[] {
  return list.filter((_, i) => random.chance(i < 3 ? 0.8 : 0.35));
}

function grouped<T>(
  records: SampleRecord[],
  key: string,
  member: (record: Record<string, unknown>) => T
): Record<string, T[]> {
  const groups: Record<string, T[]> = {};
  for (const {record} of records) (groups[String(record[key])] ??= []).push(member(record));
  return groups;
}

/** Returns the number of centers. */
export function centerCount({centers, nationalCenters, unknownCenters}: Quotas): number {
  return [...centers.values(), nationalCenters].reduce((sum, states) => sum + total(states), unknownCenters);
}
