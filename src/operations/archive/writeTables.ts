import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import type {Warehouse} from "../../warehouse/open.js";
import {PARQUET_OPTIONS} from "../../warehouse/parquet.js";
import {type Content, contentOf, quotedTable} from "./contentHash.js";
import {listTables, type TableColumn, type TableShape} from "./listTables.js";

/** A table as it was when it was written, and the Parquet file that holds it. */
export interface WrittenTable extends Content {
  schema: string;
  table: string;
  file: string;
  columns: TableColumn[];
}

/** Types that Parquet, as DuckDB writes it, would round or lose; they travel as text. */
const AS_TEXT =
  /^(U?HUGEINT|BIGNUM|INTERVAL|BIT|TIME WITH TIME ZONE|TIMESTAMP_S|TIMESTAMP_MS|TIMESTAMP WITH TIME ZONE)$/;

/** Writes every table of the open database to data/<schema>.<table>.parquet, compressed with Zstandard. */
export async function writeTables(warehouse: Warehouse, folder: string): Promise<WrittenTable[]> {
  mkdirSync(join(folder, "data"));
  const tables: WrittenTable[] = [];
  for (const {schema, table, columns} of await listTables(warehouse)) {
    const file = `data/${encodeURIComponent(`${schema}.${table}`)}.parquet`;
    await writeParquet(warehouse, {schema, table, columns}, join(folder, file));
    tables.push({schema, table, file, columns, ...(await contentOf(warehouse, {schema, table}))});
  }
  return tables;
}

/** Writes one table to a Parquet file from which it can be loaded again with nothing lost. */
export async function writeParquet(
  warehouse: Warehouse,
  table: Pick<TableShape, "schema" | "table" | "columns">,
  path: string,
  options = ""
): Promise<void> {
  const columns = table.columns.map(({name, type}) => {
    const column = quotedIdentifier(name);
    return AS_TEXT.test(type) ? `${column}::varchar as ${column}` : column;
  });
  await warehouse.run(
    `copy (select ${columns.join(", ")} from ${quotedTable(table)})
     to ${quotedString(path)} (${PARQUET_OPTIONS}${options})`
  );
}

/** Returns the statement that fills a table from a Parquet file, or from a partitioned folder of them. */
export function loadStatement(
  table: Pick<TableShape, "schema" | "table" | "columns">,
  path: string,
  options = ""
): string {
  const columns = table.columns.map(({name}) => quotedIdentifier(name)).join(", ");
  return (
    `insert into ${quotedTable(table)} (${columns}) ` +
    `select ${columns} from read_parquet(${quotedString(path)}${options})`
  );
}
