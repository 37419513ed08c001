/** One organization of the directory with everything that belongs to it, as JSON values under column names. */
export interface DirectoryRecord {
  organization: OrganizationRow;
  /** main.organization_services.service_id, sorted. */
  services: string[];
  /** main.organization_continuum.step, sorted. */
  steps: string[];
  source_values: {field: string; raw: string | null}[];
}

export type JsonObject = Record<string, unknown>;

/** The columns of main.organizations that HSDS has a place for; the row has more. */
export interface OrganizationRow extends JsonObject {
  id: string;
  name: string;
  organization_type: string;
  address_street: string | null;
  address_unit: string | null;
  address_city: string | null;
  address_state: string | null;
  address_zip: string | null;
  address_zip4: string | null;
  county: string | null;
  latitude: number | null;
  longitude: number | null;
  geohash: string | null;
  phone: string | null;
  phones: string[];
  phone_extension: string | null;
  email: string | null;
  website: string | null;
  alternate_names: string[];
  certifications: string[];
  funding_sources: string[];
  languages: string[];
  capacity: {total_beds: number | null; available_beds: number | null} | null;
  data_source: string;
  extraction_date: string | null;
  last_updated: string | null;
  level_of_care: string | null;
  is_synthetic: boolean;
  coordinate_precision: string;
}

/** A row of main.services. */
export interface TermRow extends JsonObject {
  id: string;
  service_name: string;
  description: string | null;
  kind: string;
  source_code: string | null;
}

/** What the mapping needs to know besides the record. */
export interface HsdsContext {
  /** By main.services.id. */
  terms: Map<string, TermRow>;
  /** By the identifier of the taxonomy term. */
  termsByUuid: Map<string, TermRow>;
  /** True where the whole directory is the generated sample. */
  isSample: boolean;
  /** Day of the build, for changes whose own day no source states. */
  builtOn: string;
}
