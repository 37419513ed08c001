import type {Directory, Organization} from "../directory.js";
import type {AnswerRow} from "../sameRows.js";
import {ascending} from "./order.js";

type ById = {id?: unknown};

function found({byId}: Directory, {id}: ById): Organization[] {
  const organization = byId.get(id as string);
  return organization ? [organization] : [];
}

/** The answers of the class lookup. */
export const lookupAnswers = {
  organization_by_id: (directory: Directory, parameters: ById): AnswerRow[] =>
    found(directory, parameters).map((d) => [
      ...[
        d.id,
        d.name,
        d.organization_type,
        d.address_street,
        d.address_city,
        d.address_state,
        d.address_zip
      ],
      ...[d.latitude, d.longitude, d.geohash, d.phone, d.email, d.website],
      ...[d.services, d.certifications, d.demographics, d.data_source, d.is_narr_certified],
      ...[d.certification_type, d.operator, d.funding_sources]
    ]),
  organization_contact: (directory: Directory, parameters: ById): AnswerRow[] =>
    found(directory, parameters).map((d) => [
      ...[d.name, d.phone, d.website, d.address_street, d.address_city, d.address_state, d.address_zip]
    ]),
  services_of_organization: (directory: Directory, parameters: ById): AnswerRow[] =>
    found(directory, parameters)
      .flatMap(({services}) => services.toSorted(ascending))
      .map((service) => [service])
};
