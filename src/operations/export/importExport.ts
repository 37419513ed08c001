import {existsSync, renameSync, rmSync} from "node:fs";
import {resolve} from "node:path";
import {messageOf, UserError} from "../../error.js";
import {Warehouse} from "../../warehouse/open.js";
import {confine} from "../archive/confine.js";
import {contentOf, quotedTable} from "../archive/contentHash.js";
import {fileDifferences, listFiles} from "../archive/fileList.js";
import {MANIFEST, MANIFEST_HASH, readManifest} from "../archive/manifestFile.js";
import {EXPORT_FORMAT, type ExportedTable, type ExportManifest} from "./exportFormat.js";
import {exportFormat} from "./formats.js";

/**
 * Reads an export back into a DuckDB database and compares every table with what was written. With `into`, a new
 * database file is left there; otherwise the import is a test and nothing remains. Throws a UserError that names
 * the first file or table that is not as it was.
 */
export async function importExport(folder: string, {into}: {into?: string} = {}): Promise<ExportManifest> {
  const manifest = readManifest<ExportManifest>(folder, EXPORT_FORMAT);
  const files = await listFiles(folder);
  const listed = files.filter(({path}) => path !== MANIFEST && path !== MANIFEST_HASH);
  refuse(folder, fileDifferences(manifest.files, listed));
  if (into !== undefined && existsSync(into))
    throw new UserError(`exists already: ${into}; choose another file or remove it`);
  const beside = into === undefined ? ":memory:" : `${into}.${process.pid}`;
  const warehouse = await Warehouse.open(beside);
  try {
    await confine(warehouse, folder);
    await fill(warehouse, resolve(folder), manifest);
    refuse(folder, await contentDifferences(warehouse, manifest.tables));
  } catch (error) {
    warehouse.close();
    if (into !== undefined) for (const file of [beside, `${beside}.wal`]) rmSync(file, {force: true});
    throw error;
  }
  warehouse.close();
  if (into !== undefined) renameSync(beside, into);
  return manifest;
}

async function fill(warehouse: Warehouse, folder: string, {kind, tables}: ExportManifest): Promise<void> {
  const format = exportFormat(kind);
  try {
    for (const table of tables) await create(warehouse, table);
    await format.read(warehouse, folder, tables);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot import ${folder}: ${messageOf(error)}`, {cause: error});
  }
}

async function create(warehouse: Warehouse, table: ExportedTable): Promise<void> {
  if (table.schema !== "main") await warehouse.run(`create schema if not exists "${table.schema}"`);
  await warehouse.run(table.sql);
  const name = quotedTable(table);
  const comment = (text: string | null) => (text === null ? "null" : `'${text.replaceAll("'", "''")}'`);
  await warehouse.run(`comment on table ${name} is ${comment(table.comment)}`);
  for (const column of table.columns)
    await warehouse.run(
      `comment on column ${name}."${column.name.replaceAll('"', '""')}" is ${comment(column.comment)}`
    );
}

async function contentDifferences(warehouse: Warehouse, tables: ExportedTable[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    const {rows, hash} = await contentOf(warehouse, table);
    if (rows !== table.rows) found.push(`${table.table} has ${rows} rows instead of ${table.rows}`);
    else if (hash !== table.hash) found.push(`${table.table} has other content`);
  }
  return found;
}

function refuse(folder: string, problems: string[]): void {
  if (!problems.length) return;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  throw new UserError(`export is damaged: ${folder}: ${problems[0]}${more}; export again`);
}
