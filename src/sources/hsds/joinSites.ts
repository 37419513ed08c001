import type {HsdsRow, HsdsTables, LooseRow} from "./readTables.js";

/**
 * What one organization offers at one location; an organization without locations, or what it offers at no
 * stated place, has no location, and a location that names no known organization has no organization.
 */
export interface HsdsSite {
  organization: HsdsRow | null;
  location: HsdsRow | null;
  services: HsdsRow[];
  addresses: HsdsRow[];
  phones: HsdsRow[];
}

/**
 * Joins a package into sites, in the order of its locations and then of its organizations. Every row of the
 * organizations, locations, services, addresses and phones is in a site or among the loose rows. Pure.
 */
export function joinSites(tables: HsdsTables): {sites: HsdsSite[]; loose: LooseRow[]} {
  const {rows, places} = tables;
  const loose = [...tables.loose];
  const organizations = keyed(rows.organizations, tables, loose);
  const locations = keyed(rows.locations, tables, loose);
  const services = keyed(rows.services, tables, loose);
  const placed = placements(tables);
  const sites = sitesOf({organizations, locations, services, placed, hasPlacements: placed.size > 0});
  const index = indexed(sites);
  const attach = (kind: "addresses" | "phones", row: HsdsRow, owners: HsdsSite[]) => {
    if (!owners.length) loose.push({row, fault: `${places.get(row)}: belongs to nothing in the package`});
    for (const site of owners) site[kind].push(row);
  };
  for (const row of [...rows.addresses, ...rows.postalAddresses])
    attach("addresses", row, index.location.get(row.location_id ?? "") ?? []);
  const at = new Map(rows.placements.map((row) => [row.id, row]));
  const contacts = new Map(rows.contacts.map((row) => [row.id, row]));
  for (const row of rows.phones)
    attach(
      "phones",
      row,
      ownersOf({...contacts.get(row.contact_id), ...row, ...at.get(row.service_at_location_id)}, index)
    );
  const joined = new Set(sites.flatMap((site) => site.services));
  for (const row of services.values())
    if (!joined.has(row))
      loose.push({row, fault: `${places.get(row)}: belongs to no organization or location of the package`});
  return {sites, loose};
}

/** Rows by id; a row without an id, or with one that was used before, is loose. */
function keyed(rows: HsdsRow[], {places}: HsdsTables, loose: LooseRow[]): Map<string, HsdsRow> {
  const byId = new Map<string, HsdsRow>();
  for (const row of rows) {
    if (row.id !== undefined && !byId.has(row.id)) byId.set(row.id, row);
    else
      loose.push({
        row,
        fault: `${places.get(row)}: ${row.id === undefined ? "no id" : `id ${row.id} is used before`}`
      });
  }
  return byId;
}

/** Locations of each service, from the table of placements or, in some dialects, from the services themselves. */
function placements({rows}: HsdsTables): Map<string, Set<string>> {
  const placed = new Map<string, Set<string>>();
  const pairs = [
    ...rows.placements,
    ...rows.services.map(({id, location_id}) => ({service_id: id, location_id}))
  ];
  for (const {service_id: service, location_id: location} of pairs as HsdsRow[]) {
    if (service === undefined || location === undefined) continue;
    if (!placed.has(service)) placed.set(service, new Set());
    placed.get(service)!.add(location);
  }
  return placed;
}

interface Parts {
  organizations: Map<string, HsdsRow>;
  locations: Map<string, HsdsRow>;
  services: Map<string, HsdsRow>;
  placed: Map<string, Set<string>>;
  hasPlacements: boolean;
}

function sitesOf({organizations, locations, services, placed, hasPlacements}: Parts): HsdsSite[] {
  const at = new Map<string, HsdsRow[]>();
  for (const [id, service] of services)
    for (const location of placed.get(id) ?? []) at.set(location, [...(at.get(location) ?? []), service]);
  const sites: HsdsSite[] = [];
  const unplaced = new Map<string, HsdsRow[]>();
  for (const [id, service] of services) {
    const isPlaced = Array.from(placed.get(id) ?? []).some((location) => locations.has(location));
    const owner = service.organization_id ?? "";
    if (!isPlaced && organizations.has(owner)) unplaced.set(owner, [...(unplaced.get(owner) ?? []), service]);
  }
  const housed = new Set<string>();
  for (const [id, location] of locations) {
    const here = at.get(id) ?? [];
    const owners = [location, ...here]
      .map((row) => row.organization_id ?? "")
      .filter((owner) => organizations.has(owner));
    for (const owner of owners.length ? new Set(owners) : [""]) {
      const own = here.filter(({organization_id: by = ""}) => by === owner || !organizations.has(by));
      const shared = hasPlacements ? [] : (unplaced.get(owner) ?? []);
      sites.push(site(organizations.get(owner) ?? null, location, [...own, ...shared]));
      housed.add(owner);
    }
  }
  for (const [id, organization] of organizations) {
    const elsewhere = unplaced.get(id) ?? [];
    if (!housed.has(id) || (hasPlacements && elsewhere.length))
      sites.push(site(organization, null, elsewhere));
  }
  return sites;
}

function site(organization: HsdsRow | null, location: HsdsRow | null, services: HsdsRow[]): HsdsSite {
  return {organization, location, services, addresses: [], phones: []};
}

type Index = Record<"organization" | "location" | "service", Map<string, HsdsSite[]>>;

function indexed(sites: HsdsSite[]): Index {
  const index: Index = {organization: new Map(), location: new Map(), service: new Map()};
  const add = (map: Map<string, HsdsSite[]>, row: HsdsRow | null, site: HsdsSite) => {
    const id = row?.id;
    if (id !== undefined) map.set(id, [...(map.get(id) ?? []), site]);
  };
  for (const site of sites) {
    add(index.organization, site.organization, site);
    add(index.location, site.location, site);
    for (const service of site.services) add(index.service, service, site);
  }
  return index;
}

/** The sites that a phone is of: by its location, else by its service, else all of its organization’s. */
function ownersOf(row: Partial<HsdsRow>, index: Index): HsdsSite[] {
  const at = index.location.get(row.location_id ?? "") ?? [];
  const offering = index.service.get(row.service_id ?? "") ?? [];
  const both = at.filter((site) => offering.includes(site));
  if (both.length) return both;
  if (at.length) return at;
  return offering.length ? offering : (index.organization.get(row.organization_id ?? "") ?? []);
}
