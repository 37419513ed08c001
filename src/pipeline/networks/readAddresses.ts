import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";

/** The address of each place’s representative, and how many records a place has. */
export interface Addresses {
  city: Array<string | null>;
  state: Array<string | null>;
  zip: Array<string | null>;
  recordCounts: number[];
}

export async function readAddresses(warehouse: Warehouse): Promise<Addresses> {
  const columns = await warehouse.columns(readSqlFile("sql/analysis/networks/place_addresses.sql").text);
  const texts = (name: string) => (columns[name] ?? []) as Array<string | null>;
  return {
    city: texts("city"),
    state: texts("state"),
    zip: texts("zip"),
    recordCounts: (columns.record_count ?? []) as number[]
  };
}
