import {UserError} from "../error.js";
import type {Warehouse} from "./open.js";
import type {SqlFile} from "./sqlFile.js";

interface ParsedStatement {
  error?: boolean;
  error_message?: string;
}

/** Tables by SELECT: one process may ask for the same hundred files after every edit, which takes .1 s each time. */
const known = new Map<string, string[]>();

/**
 * Returns the tables that the given SELECT reads, as sorted “schema.table” names, found by DuckDB’s own
 * parser. Only schema-qualified references count; unqualified names are CTEs.
 */
export async function tablesRead(warehouse: Warehouse, file: SqlFile): Promise<string[]> {
  const tables = known.get(file.text) ?? (await parse(warehouse, file));
  known.set(file.text, tables);
  return tables;
}

async function parse(warehouse: Warehouse, {path, text}: SqlFile): Promise<string[]> {
  const [row] = await warehouse.rows<{json: string}>(
    "select json_serialize_sql($text::varchar)::varchar as json",
    {text}
  );
  const tables = new Set<string>();
  const tree = JSON.parse(row!.json, (_, node) => {
    if (node?.type === "BASE_TABLE" && node.schema_name) tables.add(`${node.schema_name}.${node.table_name}`);
    return node as unknown;
  }) as ParsedStatement;
  if (tree.error) throw new UserError(`${path}: not a single SELECT: ${tree.error_message}`);
  return [...tables].sort();
}

/** Orders the files such that each follows the files whose “schema.name” it reads. */
export function inDependencyOrder(
  files: SqlFile[],
  schema: string,
  reads: Map<SqlFile, string[]>
): SqlFile[] {
  const byTable = new Map(files.map((file) => [`${schema}.${file.name}`, file]));
  const ordered = new Set<SqlFile>();
  const visit = (file: SqlFile, trail: string[]): void => {
    if (ordered.has(file)) return;
    if (trail.includes(file.name))
      throw new UserError(`circular reference: ${[...trail, file.name].join(" → ")}; break the loop`);
    for (const table of reads.get(file) ?? []) {
      const upstream = byTable.get(table);
      if (upstream && upstream !== file) visit(upstream, [...trail, file.name]);
    }
    ordered.add(file);
  };
  for (const file of files) visit(file, []);
  return [...ordered];
}
