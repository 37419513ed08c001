import type {HsdsSite} from "./joinSites.js";
import type {HsdsRow, HsdsTables} from "./readTables.js";

/** What the smaller tables say of a service, an organization or a location, by its id. */
export interface SiteFacts {
  terms: Map<string, string[]>;
  languages: Map<string, string[]>;
  payments: Map<string, string[]>;
  funding: Map<string, string[]>;
  capacities: Map<string, HsdsRow>;
  /** Organization types that attributes of link type “type” give. */
  types: Map<string, string[]>;
}

/** Gathers the smaller tables of a package by the id that their rows belong to. */
export function siteFacts({rows}: HsdsTables): SiteFacts {
  const names = new Map(rows.terms.map((row) => [row.id ?? row.taxonomy_id ?? "", row.name ?? ""]));
  const facts: SiteFacts = {
    terms: new Map(),
    languages: new Map(),
    payments: new Map(),
    funding: new Map(),
    capacities: new Map(),
    types: new Map()
  };
  for (const row of rows.attributes)
    if (row.link_type === "type") add(facts.types, [row.link_id], row.value);
    else add(facts.terms, [row.link_id], names.get(row.taxonomy_term_id ?? "") ?? row.label);
  for (const row of rows.serviceTerms) add(facts.terms, [row.service_id], names.get(row.taxonomy_id ?? ""));
  for (const row of rows.services)
    for (const id of pieces(row.taxonomy_ids)) add(facts.terms, [row.id], names.get(id));
  for (const row of rows.languages)
    add(facts.languages, [row.service_id, row.location_id], row.name ?? row.language ?? row.code);
  for (const row of rows.payments) add(facts.payments, [row.service_id], row.payment);
  for (const row of rows.funding) add(facts.funding, [row.service_id, row.organization_id], row.source);
  const units = new Map(rows.units.map((row) => [row.id, row.name ?? ""]));
  for (const row of rows.capacities)
    if (/\bbeds?\b/i.test(`${units.get(row.unit_id ?? "")} ${row.description}`) && row.service_id)
      facts.capacities.set(row.service_id, row);
  return facts;
}

/** Returns what a gathered table says of a site’s organization, location and services together, without repeats. */
export function saidOf(site: HsdsSite, facts: Map<string, string[]>): string[] {
  const rows = [site.organization, site.location, ...site.services];
  return Array.from(new Set(rows.flatMap((row) => facts.get(row?.id ?? "") ?? [])));
}

/** Splits a cell that holds several values. */
export function pieces(cell: string | undefined): string[] {
  return (cell ?? "")
    .split(/[,;]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

function add(map: Map<string, string[]>, ids: (string | undefined)[], value: string | undefined): void {
  if (!value) return;
  for (const id of ids) if (id !== undefined) map.set(id, [...(map.get(id) ?? []), value]);
}
