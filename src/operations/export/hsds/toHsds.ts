import type {DirectoryRecord, HsdsContext, JsonObject, OrganizationRow} from "./directoryRecord.js";
import {fromHsds} from "./fromHsds.js";
import {isEmail, isUri} from "./schemas.js";
import {attribute, fieldAttribute} from "./taxonomy.js";
import {uuid5} from "./uuid5.js";
import {BED, IDENTIFIER_TYPE, serviceName, ZIP_CENTRE} from "./words.js";

/**
 * Returns an organization as one HSDS 3.1 service with its organization, location, phones and attributes nested
 * in it. Whatever HSDS has no valid place for is carried by attributes of the organization, one a column, so that
 * fromHsds gives the record back exactly.
 */
export function toHsds(record: DirectoryRecord, context: HsdsContext): JsonObject {
  const service = mapped(record, context);
  const derived = fromHsds(service, context.termsByUuid).organization;
  const organization = service.organization as JsonObject;
  const missing = Object.entries(record.organization).filter(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(derived[column])
  );
  organization.attributes = [
    ...(organization.attributes as JsonObject[]),
    ...missing.map(([column, value]) => fieldAttribute(record.organization.id, column, value))
  ];
  return service;
}

function mapped({organization: row, services, steps, source_values}: DirectoryRecord, context: HsdsContext) {
  const alert = alertOf(row, context);
  const id = uuid5(`service/${row.id}`);
  const location = locationOf(row);
  return present({
    id,
    organization: organizationOf(row),
    name: serviceName(row.organization_type, row.level_of_care),
    status: alert ? "inactive" : "active",
    alert,
    accreditations: row.certifications.length ? row.certifications.join("; ") : undefined,
    last_modified: row.last_updated ? instant(row.last_updated) : undefined,
    phones: row.phones.map((number, i) => phoneOf(row, number, i)),
    languages: row.languages.map((name) => ({id: uuid5(`language/${row.id}/${name}`), name})),
    capacities: capacityOf(row),
    service_at_locations: location ? [{id: uuid5(`service_at_location/${row.id}`), location}] : [],
    attributes: [
      ...services.map((term) => attribute(row.id, context.terms.get(term)?.kind ?? "service", term)),
      ...steps.map((step) => attribute(row.id, "step", step, {value: step}))
    ],
    metadata: source_values.map(({field, raw}, i) => ({
      id: uuid5(`metadata/${row.id}/${field}/${i}`),
      last_action_date: row.extraction_date ?? context.builtOn,
      // HSDS wants a previous value; “create” stands for one that was absent rather than empty.
      last_action_type: raw === null ? "create" : "update",
      field_name: field,
      previous_value: raw ?? "",
      replacement_value: text(row[field]),
      updated_by: "Recovery Workbench"
    }))
  });
}

function organizationOf(row: OrganizationRow): JsonObject {
  const place = [row.address_city, row.address_state].filter(Boolean).join(", ");
  return present({
    id: uuid5(`organization/${row.id}`),
    name: row.name,
    alternate_name: row.alternate_names[0],
    description: `${serviceName(row.organization_type, row.level_of_care)}${place ? ` in ${place}` : ""}, as listed by ${row.data_source}.`,
    email: row.email && isEmail(row.email) ? row.email : undefined,
    website: row.website && isUri(row.website) ? row.website : undefined,
    funding: row.funding_sources.map((source, i) => ({id: uuid5(`funding/${row.id}/${i}`), source})),
    organization_identifiers: [
      {id: uuid5(`identifier/${row.id}`), identifier_type: IDENTIFIER_TYPE, identifier: row.id}
    ],
    attributes: [attribute(row.id, "type", row.organization_type, {value: row.organization_type})]
  });
}

function locationOf(row: OrganizationRow): JsonObject | undefined {
  const address = addressOf(row);
  if (!address && row.latitude === null) return undefined;
  return present({
    id: uuid5(`location/${row.id}`),
    location_type: "physical",
    name: row.name,
    description: row.coordinate_precision === "zip" ? ZIP_CENTRE : undefined,
    latitude: row.latitude ?? undefined,
    longitude: row.longitude ?? undefined,
    external_identifier: row.geohash ?? undefined,
    external_identifier_type: row.geohash ? "geohash" : undefined,
    addresses: address ? [address] : []
  });
}

/** HSDS takes only whole addresses: street, city, state and postal code. */
function addressOf(row: OrganizationRow): JsonObject | undefined {
  const {address_street, address_city, address_state, address_zip, address_zip4} = row;
  if (!address_street || !address_city || !address_state || !address_zip) return undefined;
  return present({
    id: uuid5(`address/${row.id}`),
    address_1: address_street,
    address_2: row.address_unit ?? undefined,
    city: address_city,
    region: row.county ?? undefined,
    state_province: address_state,
    postal_code: address_zip4 ? `${address_zip}-${address_zip4}` : address_zip,
    country: "US",
    address_type: "physical"
  });
}

function phoneOf(row: OrganizationRow, number: string, position: number): JsonObject {
  const extension = position === 0 ? row.phone_extension : null;
  // HSDS holds extensions as numbers, which would lose a leading zero.
  const isNumber = extension !== null && String(Number(extension)) === extension;
  return present({
    id: uuid5(`phone/${row.id}/${position}`),
    number,
    extension: isNumber ? Number(extension) : undefined,
    type: "voice",
    description: extension !== null && !isNumber ? `extension ${extension}` : undefined
  });
}

function capacityOf(row: OrganizationRow): JsonObject[] {
  const updated = row.last_updated ?? row.extraction_date;
  if (!row.capacity || row.capacity.available_beds === null || updated === null) return [];
  const {available_beds, total_beds} = row.capacity;
  return [
    present({
      id: uuid5(`service_capacity/${row.id}`),
      unit: BED,
      available: available_beds,
      maximum: total_beds ?? undefined,
      updated: instant(updated)
    })
  ];
}

function alertOf(row: OrganizationRow, {isSample}: HsdsContext): string | undefined {
  if (isSample) return "Generated sample record: not a real organization.";
  return row.is_synthetic
    ? "The source declares this record part of a demonstration data set: not a real organization."
    : undefined;
}

function instant(time: string): string {
  return `${time.includes(" ") ? time.replace(" ", "T") : `${time}T00:00:00`}Z`;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** HSDS fields are never null: what is absent is left out. */
function present(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
