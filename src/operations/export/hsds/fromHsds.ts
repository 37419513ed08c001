import type {DirectoryRecord, JsonObject, OrganizationRow, TermRow} from "./directoryRecord.js";
import {fieldValues} from "./taxonomy.js";
import {IDENTIFIER_TYPE, ZIP_CENTRE} from "./words.js";

/**
 * Returns the directory’s record of a nested HSDS service that toHsds wrote: first what the HSDS fields say, then,
 * over it, the columns that attributes of the organization carry. Terms are found by the UUID of their taxonomy term.
 */
export function fromHsds(service: JsonObject, terms: Map<string, TermRow>): DirectoryRecord {
  const organization = service.organization as JsonObject;
  const attributes = listOf(service.attributes);
  const own = listOf(organization.attributes);
  const services = attributes.flatMap(({taxonomy_term_id}) => terms.get(taxonomy_term_id as string) ?? []);
  return {
    organization: {
      ...identityOf(organization),
      organization_type: text(own.find(({link_type}) => link_type === "type")?.value),
      ...placeOf(service),
      ...contactOf(service, organization),
      ...offerOf(service, services),
      last_updated: service.last_modified ? timestamp(service.last_modified as string) : null,
      is_narr_certified: false,
      is_synthetic: false,
      issues: [],
      ...fieldValues(own)
    } as unknown as OrganizationRow,
    services: services.map(({id}) => id).sort(),
    steps: attributes.filter(({link_type}) => link_type === "step").map(({value}) => value as string),
    source_values: listOf(service.metadata).map(({field_name, previous_value, last_action_type}) => ({
      field: field_name as string,
      raw: last_action_type === "create" ? null : (previous_value as string)
    }))
  };
}

function identityOf(organization: JsonObject): JsonObject {
  const identifier = listOf(organization.organization_identifiers).find(
    ({identifier_type}) => identifier_type === IDENTIFIER_TYPE
  );
  return {
    id: text(identifier?.identifier),
    name: organization.name,
    alternate_names: organization.alternate_name === undefined ? [] : [organization.alternate_name],
    funding_sources: listOf(organization.funding).map(({source}) => source)
  };
}

function placeOf(service: JsonObject): JsonObject {
  const [at] = listOf(service.service_at_locations);
  const location = (at?.location ?? {}) as JsonObject;
  const [address = {}] = listOf(location.addresses);
  const [zip, zip4] = text(address.postal_code).split("-");
  const hasPoint = location.latitude !== undefined;
  const precision = location.description === ZIP_CENTRE ? "zip" : "exact";
  return {
    address_street: address.address_1 ?? null,
    address_unit: address.address_2 ?? null,
    address_city: address.city ?? null,
    address_state: address.state_province ?? null,
    address_zip: zip || null,
    address_zip4: zip4 ?? null,
    county: address.region ?? null,
    latitude: location.latitude ?? null,
    longitude: location.longitude ?? null,
    geohash: location.external_identifier ?? null,
    coordinate_precision: hasPoint ? precision : "none"
  };
}

function contactOf(service: JsonObject, organization: JsonObject): JsonObject {
  const phones = listOf(service.phones);
  const extension = phones[0]?.extension;
  const described = /^extension (.*)$/s.exec(text(phones[0]?.description));
  return {
    phone: phones[0]?.number ?? null,
    phones: phones.map(({number}) => number),
    phone_extension: extension !== undefined ? String(extension) : (described?.[1] ?? null),
    email: organization.email ?? null,
    website: organization.website ?? null
  };
}

function offerOf(service: JsonObject, terms: TermRow[]): JsonObject {
  const named = (kind: string) => terms.filter((term) => term.kind === kind).map((term) => term.service_name);
  const [capacity] = listOf(service.capacities);
  return {
    services: named("service").sort(),
    demographics: named("population").sort(),
    payers: named("payment").sort(),
    languages: listOf(service.languages).map(({name}) => name),
    service_codes: terms.flatMap(({source_code}) => source_code ?? []).sort(),
    certifications: service.accreditations === undefined ? [] : text(service.accreditations).split("; "),
    capacity: capacity
      ? {
          total_beds: capacity.maximum ?? null,
          available_beds: capacity.available,
          mens_beds: null,
          womens_beds: null,
          family_beds: null,
          residences: null
        }
      : null
  };
}

function timestamp(instant: string): string {
  return instant.replace("T", " ").replace(/Z$/, "");
}

function listOf(value: unknown): JsonObject[] {
  return (value ?? []) as JsonObject[];
}

function text(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}
