import type {Row, Warehouse} from "../../warehouse/open.js";
import {readInBulk} from "../../warehouse/readInBulk.js";

export interface Organization {
  id: string;
  name: string;
  organization_type: string;
  address_street: string | null;
  address_city: string | null;
  address_state: string | null;
  address_zip: string | null;
  latitude: number | null;
  longitude: number | null;
  geohash: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  services: string[];
  certifications: string[];
  demographics: string[];
  data_source: string;
  is_narr_certified: boolean;
  certification_type: string | null;
  operator: string | null;
  funding_sources: string[];
}

export interface Relationship {
  id: string;
  org1_id: string;
  org2_id: string;
  score: number | null;
}

/** The directory as plain JavaScript objects, for computing answers without SQL. */
export interface Directory {
  organizations: Organization[];
  byId: Map<string, Organization>;
  relationships: Relationship[];
}

const COLUMNS =
  "id, name, organization_type, address_street, address_city, address_state, address_zip, latitude, longitude, geohash, " +
  "phone, email, website, services, certifications, demographics, data_source, is_narr_certified, " +
  "certification_type, operator, funding_sources";

/** Reads every organization and every relationship, where there are any, in no particular order. */
export async function readDirectory(warehouse: Warehouse): Promise<Directory> {
  const organizations = await objects<Organization>(warehouse, `select ${COLUMNS} from main.organizations`);
  const [networks] = await warehouse.rows(
    "from information_schema.tables where table_schema = 'main' and table_name = 'networks'"
  );
  const relationships = networks
    ? await objects<Relationship>(
        warehouse,
        "select id, org1_id, org2_id, score::double as score from main.networks"
      )
    : [];
  return {organizations, byId: new Map(organizations.map((d) => [d.id, d])), relationships};
}

async function objects<T>(warehouse: Warehouse, sql: string): Promise<T[]> {
  const columns = Object.entries(await readInBulk<Row>(warehouse, sql));
  const count = columns[0]?.[1].length ?? 0;
  return Array.from({length: count}, (_, i) => {
    const row: Row = {};
    for (const [name, values] of columns) row[name] = values[i];
    return row as T;
  });
}
