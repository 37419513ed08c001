import {ORGANIZATION_TYPES} from "../organizationTypes.js";
import type {HsdsSite} from "./joinSites.js";
import type {HsdsRow} from "./readTables.js";
import {pieces, saidOf, type SiteFacts} from "./siteTerms.js";

const CLOSED = /^(inactive|defunct|temporarily closed)$/i;

/** Returns a site in the common staging shape, or why it cannot be listed. Pure. */
export function siteShape(
  site: HsdsSite,
  facts: SiteFacts,
  dataSource: string
): {shape: object; fault?: string} {
  const {organization, location, services} = site;
  const open = services.filter(({status = ""}) => !CLOSED.test(status));
  const [address = {}] = site.addresses.toSorted((a, b) => Number(isPostal(a)) - Number(isPostal(b)));
  const beds = open.map(({id = ""}) => facts.capacities.get(id)).find((row) => row !== undefined);
  const types = saidOf(site, facts.types).filter((type) => ORGANIZATION_TYPES.includes(type));
  const shape = {
    source_id: idOf(site),
    name: nameOf(site),
    alternate_names: [organization?.alternate_name, location?.name, location?.alternate_name].filter(Boolean),
    organization_type: types[0] ?? "human_services",
    street: address.address_1,
    unit: address.address_2,
    city: address.city,
    state_label: address.state_province,
    zip: address.postal_code,
    phone_texts: site.phones.filter(isVoice).map(phoneText),
    email: location?.email ?? organization?.email,
    website: location?.url ?? location?.website ?? organization?.website ?? organization?.url,
    latitude: location?.latitude,
    longitude: location?.longitude,
    terms: termsOf({...site, services: open}, facts),
    certifications: open.flatMap((row) => [...pieces(row.accreditations), ...pieces(row.licenses)]),
    ...(beds && {capacity: {total_beds: beds.maximum, available_beds: beds.available}}),
    funding_sources: saidOf(site, facts.funding),
    data_source: dataSource,
    last_updated:
      open
        .map((row) => row.last_modified ?? "")
        .toSorted()
        .at(-1) || undefined
  };
  const isClosed = services.length > 0 && open.length === 0;
  return {shape, ...(isClosed && {fault: "every service here is inactive, defunct or closed"})};
}

function idOf({organization, location}: HsdsSite): string {
  if (!location) return `HSDS_ORG_${organization?.id}`;
  return `HSDS_LOC_${location.id}${location.organization_id === organization?.id || !organization ? "" : `_${organization.id}`}`;
}

function nameOf({organization, location}: HsdsSite): string | undefined {
  const names = [organization?.name, location?.name].filter((name) => name !== undefined);
  return names[0] === names[1] ? names[0] : names.join(" - ");
}

function isPostal({address_type: type = ""}: HsdsRow): boolean {
  return /postal|mail/i.test(type);
}

function isVoice(phone: HsdsRow): boolean {
  return !/fax|tty|tdd|textphone|pager/i.test(phone.type ?? phone.number_type ?? "");
}

function phoneText({number = "", extension}: HsdsRow): string {
  const text = number.replaceAll('"', "");
  return extension ? `${text} x${extension}` : text;
}

function termsOf(site: HsdsSite, facts: SiteFacts): {label: string; kind: string}[] {
  const labels = (kind: string, texts: (string | undefined)[]) =>
    texts.filter((label) => label !== undefined).map((label) => ({label, kind}));
  return [
    ...labels(
      "service",
      site.services.map((row) => row.name)
    ),
    ...labels("service", saidOf(site, facts.terms)),
    ...labels(
      "service",
      site.services.flatMap((row) => pieces(row.keywords))
    ),
    ...labels("payment", [
      ...saidOf(site, facts.payments),
      ...site.services.flatMap((row) => pieces(row.accepted_payments))
    ]),
    ...labels("language", [
      ...saidOf(site, facts.languages),
      ...pieces(site.location?.languages),
      ...site.services.flatMap((row) => pieces(row.languages))
    ])
  ];
}
