import {personName} from "./names.js";
import type {InventedPlace} from "./inventedPlace.js";
import {writeTelephone} from "./telephones.js";

type Fields = Record<string, unknown>;

const LEVELS = ["Level 1", "Level 2", "Level 3"];
const LANGUAGES = ["Spanish", "Portuguese", "Haitian Creole"];
const MASH_REGIONS = [
  "Southeast",
  "Southeast",
  "Southeast",
  "Northeast",
  "Northeast",
  "Boston",
  "Boston",
  "Central",
  "Metro West",
  "Western"
];

/** Texas: operators with several houses, each named “Operator - street”; services and capacity as text. */
export function texasRecord(
  {place, address, phone, email, website, random}: InventedPlace,
  operator: string
): Fields {
  return {
    name: `${operator} - ${address.street}`,
    affiliate: "TROHN",
    affiliate_website: "https://trohn.example",
    phone: writeTelephone(phone, "dashes"),
    email,
    website,
    address: "",
    operator,
    city: random.chance(0.5) ? place.city : `${place.city} area`,
    services: "Sober living, peer support, transportation",
    certification_level: random.pick(LEVELS),
    capacity: `${random.between(6, 24)} beds`,
    specializations: [random.pick(["Men", "Women"])],
    data_source: "trohn_residences.json"
  };
}

/** Georgia: level and tier, but no contact, address or city. */
export function georgiaRecord({name, random}: InventedPlace): Fields {
  const level = random.between(1, 3);
  return {
    name,
    affiliate: "GARR",
    affiliate_website: "https://garr.example",
    phone: "",
    email: "",
    website: "",
    address: "",
    city: "",
    certification_level: `Level ${level}`,
    garr_tier: String(level),
    services: "Recovery residence, peer support, recovery meetings",
    capacity: String(random.between(6, 40)),
    specializations: random.chance(0.3) ? ["Employment assistance"] : [],
    demographics: random.pick(["men", "women", "both"]),
    pricing: `$${random.between(120, 260)} weekly`,
    faith_based: random.chance(0.35),
    data_source: "garr_directory.json"
  };
}

/** Michigan: operators rather than houses, with counties and an object of bed counts. */
export function michiganRecord({name, place, phone, email, website, random}: InventedPlace): Fields {
  const mens = random.between(4, 40);
  const womens = random.between(0, 24);
  const family = random.chance(0.2) ? random.between(2, 8) : 0;
  return {
    name,
    affiliate: "MARR",
    affiliate_website: "https://marr.example",
    phone: writeTelephone(phone, "brackets"),
    email,
    website,
    address: "",
    operator_type: "Recovery Residence Operator",
    certification_level: `Level ${random.pick(["I", "II", "III"])}`,
    certification_number: `MI-${random.between(1000, 9999)}`,
    counties_served: [place.county],
    housing_types: [random.pick(["Single family", "Duplex", "Apartment"])],
    capacity: {
      total_residences: random.between(1, 8),
      total_beds: mens + womens + family,
      mens_beds: mens,
      womens_beds: womens,
      family_beds: family
    },
    contact_person: personName(random),
    data_source: "marr_operators.json"
  };
}

/** Pennsylvania: houses with region, county and the population they serve. */
export function pennsylvaniaRecord({name, place, address, phone, random}: InventedPlace): Fields {
  return {
    name,
    affiliate: "PARR",
    affiliate_website: "https://parr.example",
    phone: writeTelephone(phone, "dots"),
    email: "",
    website: "",
    address: `${address.street}, ${place.city}, PA ${place.zip}`,
    region: random.pick(["Southeast", "Northeast", "Central", "West"]),
    county: place.county,
    population_served: random.pick(["Men", "Women"]),
    houses: String(random.between(1, 6)),
    type: "Recovery house",
    contact_person: personName(random),
    special_notes: "",
    certification_level: random.pick(LEVELS),
    data_source: "parr_houses.json"
  };
}

/** Massachusetts: certified homes with the whole address in one string, and no date. */
export function massachusettsRecord({name, place, address, phone, website, random}: InventedPlace): Fields {
  const kind = random.pick([
    "Male",
    "Male",
    "Male",
    "Male",
    "Male",
    "Male",
    "Male",
    "Female",
    "Female",
    "Co-ed"
  ]);
  const language = random.chance(0.25) ? random.pick(LANGUAGES) : "";
  const isAccessible = random.chance(0.2);
  const unit = random.chance(0.2) ? `, Unit ${random.between(1, 9)}` : "";
  return {
    name,
    affiliate_website: "https://mash.example",
    phone: writeTelephone(phone, "dashes"),
    email: "",
    website: random.chance(0.6) ? website : "",
    address: `${address.street}${unit}, ${place.city}, MA ${place.zip}`,
    services: `${kind} recovery residence`,
    certification_level: "MASH Certified",
    capacity: String(random.between(6, 32)),
    specializations: [
      ...(isAccessible ? ["Handicap Accessible"] : []),
      ...(language ? [`Languages: ${language}`] : [])
    ],
    data_source: "mash_certified_homes.json",
    data_quality: "Complete",
    region: random.pick(MASH_REGIONS),
    handicap_accessible: isAccessible,
    languages: language,
    weekly_fee: random.chance(0.7) ? String(random.between(140, 260)) : "",
    monthly_fee: random.chance(0.2) ? String(random.between(600, 1100)) : ""
  };
}

/** Elsewhere: the nested form that the directory’s documentation describes. */
export function nestedRecord({
  name,
  word,
  place,
  address,
  phone,
  email,
  website,
  random
}: InventedPlace): Fields {
  return {
    name,
    dba_names: random.chance(0.3) ? [`The ${word} House`] : [],
    narr_certified: random.chance(0.8),
    certification_level: random.pick(LEVELS),
    address: {street: address.street, city: place.city, state: place.state, zip: place.zip},
    contact: {phone: writeTelephone(phone, "dashes"), email, website},
    capacity: {total_beds: random.between(6, 40), gender: random.pick(["Men", "Women", "Co-ed"])},
    services: ["Recovery Housing", "Peer Support", "Recovery Meetings"],
    operator: `${word} Homes`,
    data_source: "narr_master.json"
  };
}
