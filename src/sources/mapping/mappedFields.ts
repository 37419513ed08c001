/** How the values of a field are read: one text, one number, yes or no, or a list of texts. */
export type FieldKind = "text" | "number" | "truth" | "list";

export interface MappedField {
  kind: FieldKind;
  /** The common staging shape’s own name for it, where that differs; capacity and terms gather several fields. */
  column?: string;
  gathers?: "capacity" | "terms";
  /** Other names under which a mapping may give the field. */
  aliases?: string[];
}

/** Every field that a mapping can fill, by the name that a mapping gives it. */
export const MAPPED_FIELDS: Record<string, MappedField> = {
  id: {kind: "text", column: "source_id"},
  name: {kind: "text"},
  alternate_names: {kind: "list"},
  type: {kind: "text", column: "organization_type", aliases: ["organization_type"]},
  street: {kind: "text", aliases: ["address_street"]},
  unit: {kind: "text", aliases: ["address_unit"]},
  city: {kind: "text", aliases: ["address_city"]},
  state: {kind: "text", column: "state_label", aliases: ["address_state"]},
  zip: {kind: "text", aliases: ["address_zip", "postal_code"]},
  address: {kind: "text", column: "address_line"},
  county: {kind: "text"},
  phone: {kind: "list", column: "phone_texts", aliases: ["phones"]},
  email: {kind: "text"},
  website: {kind: "text"},
  latitude: {kind: "number"},
  longitude: {kind: "number"},
  services: {kind: "list", gathers: "terms", column: "service"},
  populations: {kind: "list", gathers: "terms", column: "population", aliases: ["demographics"]},
  payers: {kind: "list", gathers: "terms", column: "payment"},
  languages: {kind: "list", gathers: "terms", column: "language"},
  facility: {kind: "list", gathers: "terms", column: "facility"},
  service_codes: {kind: "list"},
  certifications: {kind: "list", aliases: ["certification"]},
  certification_type: {kind: "text"},
  certification_level: {kind: "text"},
  narr_certified: {kind: "truth", column: "is_narr_certified", aliases: ["is_narr_certified"]},
  beds: {kind: "number", gathers: "capacity", column: "total_beds", aliases: ["total_beds", "capacity"]},
  available_beds: {kind: "number", gathers: "capacity"},
  mens_beds: {kind: "number", gathers: "capacity"},
  womens_beds: {kind: "number", gathers: "capacity"},
  family_beds: {kind: "number", gathers: "capacity"},
  residences: {kind: "number", gathers: "capacity"},
  operator: {kind: "text"},
  funding_sources: {kind: "list"},
  facility_type: {kind: "text"},
  level_of_care: {kind: "text"},
  scope: {kind: "text", column: "stated_scope"},
  synthetic: {kind: "truth", column: "is_synthetic", aliases: ["is_synthetic"]},
  data_source: {kind: "text"},
  extraction_date: {kind: "text"},
  last_updated: {kind: "text"}
};

/** Returns the field’s own name for a name or alias that a mapping gives, or null. */
export function fieldNamed(name: string): string | null {
  if (Object.hasOwn(MAPPED_FIELDS, name)) return name;
  const known = Object.entries(MAPPED_FIELDS).find(([, {aliases}]) => aliases?.includes(name));
  return known?.[0] ?? null;
}
