import {quotedIdentifier} from "@duckdb/node-api";
import type {Warehouse} from "../../../warehouse/open.js";
import {quotedTable} from "../../archive/contentHash.js";
import type {ExportedTable} from "../exportFormat.js";
import type {DirectoryRecord, JsonObject} from "./directoryRecord.js";

/** Appends JSON objects to a table, each value cast to the type of its column; an absent one is null. */
export async function insertRows(
  warehouse: Warehouse,
  rows: JsonObject[],
  table: ExportedTable
): Promise<void> {
  if (!rows.length) return;
  const names = table.columns.map(({name}) => quotedIdentifier(name)).join(", ");
  const fields = table.columns.map(({name, type}) => `${quotedIdentifier(name)} ${type}`).join(", ");
  const complete = rows.map((row) =>
    Object.fromEntries(table.columns.map(({name}) => [name, row[name] ?? null]))
  );
  await warehouse.run(
    `insert into ${quotedTable(table)} (${names})
     select unnest(cast($rows::json as struct(${fields})[]), max_depth := 2)`,
    {rows: JSON.stringify(complete)}
  );
}

/** Appends records to the directory’s tables. */
export async function insertRecords(
  warehouse: Warehouse,
  records: DirectoryRecord[],
  tables: ExportedTable[]
): Promise<void> {
  const owned = (list: (record: DirectoryRecord) => JsonObject[]) =>
    records.flatMap((record) =>
      list(record).map((row) => ({organization_id: record.organization.id, ...row}))
    );
  const rows: Record<string, JsonObject[]> = {
    organizations: records.map(({organization}) => organization),
    organization_services: owned(({services}) => services.map((service_id) => ({service_id}))),
    organization_continuum: owned(({steps}) => steps.map((step) => ({step}))),
    source_values: owned(({source_values}) => source_values)
  };
  for (const table of tables) if (rows[table.table]) await insertRows(warehouse, rows[table.table]!, table);
}
