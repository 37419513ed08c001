import {tablesRead} from "../../warehouse/dependencies.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {SqlFile} from "../../warehouse/sqlFile.js";

/** A table that a query reads, and the columns of it that the query names. */
export interface TableUse {
  /** As “schema.table”. */
  table: string;
  rowCount: number;
  columns: string[];
  /** Those that a WHERE clause or a join’s condition names. */
  filtered: string[];
}

interface Node {
  class?: string;
  column_names?: string[];
  [key: string]: unknown;
}

/** Returns the base tables that a query reads with the columns that it names, found by DuckDB’s own parser. */
export async function queryColumns(warehouse: Warehouse, file: SqlFile): Promise<TableUse[]> {
  const [row] = await warehouse.rows<{json: string}>(
    "select json_serialize_sql($text::varchar)::varchar as json",
    {text: file.text}
  );
  const tree = JSON.parse(row!.json) as Node;
  const named = new Set<string>();
  const filtered = new Set<string>();
  collect(tree, {into: named, conditionsInto: filtered});
  const uses: TableUse[] = [];
  for (const table of await tablesRead(warehouse, file)) {
    const [schema, name] = table.split(".");
    const columns = await warehouse.rows<{name: string}>(
      `select column_name as name from duckdb_columns()
       where schema_name = $schema and table_name = $name and database_name = current_database()
         and exists (from duckdb_tables() where schema_name = $schema and table_name = $name)`,
      {schema: schema!, name: name!}
    );
    if (columns.length === 0) continue;
    const [count] = await warehouse.rows<{n: number}>(`select count(*)::integer as n from ${table}`);
    const names = columns.map((column) => column.name);
    uses.push({
      table,
      rowCount: count!.n,
      columns: names.filter((column) => named.has(column)),
      filtered: names.filter((column) => filtered.has(column))
    });
  }
  return uses;
}

function collect(
  node: unknown,
  sets: {into: Set<string>; conditionsInto: Set<string>},
  inCondition = false
): void {
  if (node === null || typeof node !== "object") return;
  const {class: kind, column_names: names} = node as Node;
  if (kind === "COLUMN_REF" && names) {
    sets.into.add(names.at(-1)!);
    if (inCondition) sets.conditionsInto.add(names.at(-1)!);
  }
  for (const [key, child] of Object.entries(node))
    collect(child, sets, inCondition || key === "where_clause" || key === "condition");
}
