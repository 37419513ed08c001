import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import type {Warehouse} from "../../warehouse/open.js";
import {contentOf, quotedTable} from "../archive/contentHash.js";
import type {BackedUpTable} from "./backup.js";

/** Types that Parquet, as DuckDB writes it, would round or lose; they travel as text. */
const AS_TEXT =
  /^(U?HUGEINT|BIGNUM|INTERVAL|BIT|TIME WITH TIME ZONE|TIMESTAMP_S|TIMESTAMP_MS|TIMESTAMP WITH TIME ZONE)$/;

/** Writes every table of the open database to data/<schema>.<table>.parquet, compressed with Zstandard. */
export async function writeTables(warehouse: Warehouse, folder: string): Promise<BackedUpTable[]> {
  mkdirSync(join(folder, "data"));
  const tables: BackedUpTable[] = [];
  for (const table of await listTables(warehouse)) {
    const columns = table.columns.map(({name, type}) => {
      const column = quotedIdentifier(name);
      return AS_TEXT.test(type) ? `${column}::varchar as ${column}` : column;
    });
    await warehouse.run(
      `copy (select ${columns.join(", ")} from ${quotedTable(table)})
       to ${quotedString(join(folder, table.file))} (format parquet, compression zstd)`
    );
    tables.push({...table, ...(await contentOf(warehouse, table))});
  }
  return tables;
}

async function listTables(warehouse: Warehouse): Promise<Omit<BackedUpTable, "rows" | "hash">[]> {
  const rows = await warehouse.rows<{schema: string; table: string; columns: {name: string; type: string}[]}>(
    `select schema_name as schema, table_name as table,
       list({name: column_name, type: data_type} order by column_index) as columns
     from duckdb_columns() join duckdb_tables() using (database_name, schema_name, table_name)
     where database_name = current_database() and not duckdb_tables.internal
     group by all order by all`
  );
  return rows.map(({schema, table, columns}) => ({
    schema,
    table,
    columns: columns.map(({name, type}) => ({name, type})),
    file: `data/${encodeURIComponent(`${schema}.${table}`)}.parquet`
  }));
}
