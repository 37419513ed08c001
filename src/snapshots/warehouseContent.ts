import {createHash} from "node:crypto";
import {quotedIdentifier} from "@duckdb/node-api";
import {type Definition, definitionsOf} from "../warehouse/definitions.js";
import {namesRead} from "../warehouse/namesRead.js";
import type {Warehouse} from "../warehouse/open.js";
import type {TableHashes} from "./tableHashes.js";

/** What decides the rows of any SELECT on a warehouse, looked up once for all of its snapshots. */
export interface WarehouseContent {
  /** Views and macros by name, views as “schema.name”. */
  definitions: Map<string, Definition>;
  /** Tables as “schema.name”, each with a promise of what identifies its columns and rows once it is asked for. */
  tables: Map<string, () => Promise<string>>;
  /** Functions that need not give the same twice. */
  unsteady: Set<string>;
}

/** Looks up the tables, views and macros of a warehouse, and takes what is known of its tables’ rows. */
export async function warehouseContent(
  warehouse: Warehouse,
  hashes?: TableHashes
): Promise<WarehouseContent> {
  await hashes?.attend(warehouse);
  const definitions = await definitionsOf(warehouse);
  const columns = await warehouse.rows<TableColumns>(COLUMNS);
  const unsteady = await warehouse.rows<{name: string}>(
    "select distinct function_name as name from duckdb_functions() where stability <> 'CONSISTENT'"
  );
  return {
    definitions: new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition])),
    tables: new Map(
      columns.map((table) => {
        const name = table.name.toLowerCase();
        const make = () => tableHash(warehouse, table);
        return [name, once(() => hashes?.of(name, make) ?? make())];
      })
    ),
    unsteady: new Set(unsteady.map(({name}) => name))
  };
}

/**
 * Returns what decides the rows of a SELECT: the definitions of the views and macros and the content of the tables
 * that it reads, however far behind views they are; undefined where it reads what cannot be told, such as a file or
 * DuckDB’s own catalogue. A name that may mean several relations counts for all of them.
 */
export async function contentRead(
  warehouse: Warehouse,
  content: WarehouseContent,
  text: string
): Promise<string | undefined> {
  const found = new Map<string, string>();
  const isTold = await follow(text);
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return isTold ? sorted.map((entry) => entry.join(" ")).join("\n") : undefined;

  async function follow(select: string): Promise<boolean> {
    const names = await namesRead(warehouse, select);
    if (!names || names.readsBeyond) return false;
    if (names.functions.some((name) => content.unsteady.has(name))) return false;
    const known = [...content.tables.keys(), ...content.definitions.keys()];
    for (const relation of names.relations) {
      const meant = known.filter((name) => name === relation || name.endsWith(`.${relation}`));
      if (!meant.length && !names.expressions.includes(relation)) return false;
      for (const name of meant) if (!(await add(name))) return false;
    }
    for (const name of names.functions) if (content.definitions.has(name) && !(await add(name))) return false;
    return true;
  }

  async function add(name: string): Promise<boolean> {
    if (found.has(name)) return true;
    const table = content.tables.get(name);
    const definition = content.definitions.get(name);
    found.set(name, table ? await table() : hashOf(definition!.text));
    return table ? true : follow(definition!.text);
  }
}

interface TableColumns {
  name: string;
  relation: string;
  columns: {name: string; type: string}[];
}

const COLUMNS = `
  select schema_name || '.' || table_name as name,
    '"' || replace(schema_name, '"', '""') || '"."' || replace(table_name, '"', '""') || '"' as relation,
    list({name: column_name, type: data_type} order by column_index) as columns
  from duckdb_columns()
  where database_name = current_database() and not internal
    and (schema_name, table_name) in (
      select (schema_name, table_name) from duckdb_tables() where database_name = current_database()
    )
  group by schema_name, table_name
  order by name`;

/** Hashes each row with its place, since a SELECT may depend on the order of rows. */
async function tableHash(warehouse: Warehouse, {relation, columns}: TableColumns): Promise<string> {
  const values = columns.flatMap(({name, type}) => comparable(quotedIdentifier(name), type));
  const [row] = await warehouse.rows<{count: string; hash: string}>(
    `select count(*)::varchar as count, sum(hash(${["rowid", ...values].join(", ")}))::varchar as hash from ${relation}`
  );
  return hashOf(JSON.stringify([columns, row]));
}

/** DuckDB’s hash takes 0.0 and -0.0 for the same; as text, or with their signs, they are not. */
function comparable(column: string, type: string): string[] {
  if (!/DOUBLE|FLOAT/.test(type)) return [column];
  return /^(DOUBLE|FLOAT)$/.test(type) ? [column, `signbit(${column})`] : [`${column}::varchar`];
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
