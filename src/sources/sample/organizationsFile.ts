import {centersOf} from "./centersFile.js";
import {dateForm} from "./dates.js";
import {inventedPlace, type InventedPlace} from "./inventedPlace.js";
import type {StatePlaces} from "./places.js";
import type {Quotas} from "./quotas.js";
import {oneToALine, type Piece, type SampleRecord} from "./sampleRecord.js";
import {fullName} from "./stateLabels.js";
import {writeTelephone} from "./telephones.js";

const NATIONAL = [
  "National Recovery Advocacy Networks",
  "Specialized Population RCOs",
  "Regional/Multi-State RCO Networks"
];
const STATE = "State-Level RCO Coalitions";
const FOCUS = [
  "Families",
  "Young people",
  "Veterans",
  "Collegiate recovery",
  "Faith communities",
  "Rural communities"
];
const PROGRAMS = [
  "Recovery Coaching",
  "Peer Support Services",
  "Telephone Recovery Coaching",
  "Advocacy Training"
];
const NUMBERED = [{field: "state", kind: "state_number", truth: ""}];
/** Every so many organizations of a state is a center of that state as well: one place in two files. */
const ALSO_CENTER = 3;

/**
 * Yields recovery_organizations_master.json. The whole records are in all_organizations; before them stands
 * organizations_by_state, whose stubs a careless reader takes for the records.
 */
export function* organizationsFile(
  quotas: Quotas,
  places: Map<string, StatePlaces>,
  {seed, generatedBy}: {seed: number; generatedBy: string}
): Generator<Piece> {
  const records = [...organizations(quotas, places, seed)];
  const byCategory: Record<string, unknown[]> = {};
  const byState: Record<string, unknown[]> = {};
  for (const {record} of records) {
    const {id, name, organization_name, category, primary_state} = record;
    (byCategory[String(category)] ??= []).push(id);
    (byState[String(primary_state)] ??= []).push({id, name: name ?? organization_name, category});
  }
  const head = {
    extraction_date: "2025-07-30",
    data_type: "Recovery Community Organizations",
    description: "National, regional and state recovery community organizations",
    total_organizations: records.length,
    states_with_rcos: Object.keys(byState).length,
    categories_count: Object.keys(byCategory).length,
    generated_by: generatedBy,
    organizations_by_category: byCategory,
    organizations_by_state: byState
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"all_organizations":[`;
  yield* oneToALine(records);
  yield `\n],\n"summary":${JSON.stringify({total_rcos: records.length})}}\n`;
}

function* organizations(
  quotas: Quotas,
  places: Map<string, StatePlaces>,
  seed: number
): Generator<SampleRecord> {
  let number = 0;
  const invent = (state: string) =>
    inventedPlace({purpose: "organization", number: ++number, form: "organization", state}, places, seed);
  const homes = [...quotas.states.keys()].filter((state) => places.has(state));
  for (let i = 0; i < quotas.nationalOrganizations; i++)
    yield nationalRecord(invent(homes[(i * 7) % homes.length]!), number, "National");
  for (let i = 0; i < quotas.numberedOrganizations; i++) yield nationalRecord(invent("IA"), number, "19");
  const centers = new Map<string, InventedPlace>();
  for (const {center, isUnknown} of centersOf(quotas, places, seed))
    if (!isUnknown && !centers.has(center.place.state)) centers.set(center.place.state, center);
  for (const [state, count] of quotas.organizations)
    for (let i = 0; i < count; i++) {
      const own = invent(state);
      const center = i === 0 && number % ALSO_CENTER === 0 ? centers.get(state) : undefined;
      yield stateRecord(center ?? own, number);
    }
}

function nationalRecord(organization: InventedPlace, number: number, state: string): SampleRecord {
  const {name, phone, email, website, random, siteId} = organization;
  const contact = {phone: writeTelephone(phone, "dashes"), email, website};
  const category = random.pick(NATIONAL);
  const record = {
    id: `RCO_${String(number).padStart(4, "0")}`,
    ...(random.chance(0.8) ? {name} : {organization_name: name}),
    category,
    source_category: category.split(" ")[0]!.toLowerCase(),
    primary_state: state,
    ...(state === "19" ? {states_covered: 19} : random.chance(0.4) ? {states_covered: "Nationwide"} : {}),
    ...(random.chance(0.6) ? {contact} : contact),
    mission: "Recovery is possible for everyone, and everyone should hear of it.",
    advocacy_priorities: ["Parity", "Recovery funding"],
    key_programs: PROGRAMS.filter(() => random.chance(0.4)),
    geographic_scope: "National",
    membership_type: random.pick(["Open", "Organizations", "Individuals"]),
    focus: random.pick(FOCUS),
    data_source: "national_rcos.json",
    extraction_date: dateForm(random).text
  };
  return {record, siteId, operatorId: siteId, listing: "", damages: state === "19" ? NUMBERED : []};
}

function stateRecord(
  {name, place, address, phone, email, website, random, siteId}: InventedPlace,
  number: number
): SampleRecord {
  const state = random.chance(0.5) ? fullName(place.state) : place.state;
  const record = {
    id: `RCO_${String(number).padStart(4, "0")}`,
    name,
    category: STATE,
    source_category: "state",
    primary_state: state,
    ...(random.chance(0.5) ? {states_served: [state]} : {state}),
    phone: writeTelephone(phone, "dashes"),
    email,
    website,
    mission: "A recovery voice for the whole state.",
    key_programs: PROGRAMS.filter(() => random.chance(0.6)),
    address: {street: address.street, city: place.city, state: place.state, zip: place.zip},
    data_source: "state_rcos.json",
    extraction_date: dateForm(random).text
  };
  return {record, siteId, operatorId: siteId, listing: "", damages: []};
}
