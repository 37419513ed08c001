import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {messageOf, UserError} from "../../error.js";
import {FILE_SETTINGS} from "../../warehouse/fileSettings.js";
import {Warehouse} from "../../warehouse/open.js";
import {catalogDifferences, readCatalog} from "../archive/catalog.js";
import {confine} from "../archive/confine.js";
import {contentOf} from "../archive/contentHash.js";
import {loadStatement} from "../archive/writeTables.js";
import type {BackupManifest} from "./backup.js";
import {countDifferences, countFailures} from "./countFailures.js";
import type {StoredBackup} from "./readBackup.js";
import {SCRIPTS} from "./writeSchema.js";

/**
 * Rebuilds the backed-up warehouse as a new file and returns one line for each way in which it is not equal
 * to the original: rows, content, types, constraints, comments, views, macros, results of checks. The
 * scripts run where they can read nothing but the backup and write nothing but the new file.
 */
export async function rebuildWarehouse(backup: StoredBackup, target: string): Promise<string[]> {
  await confined(backup, target, false, (warehouse) => runScripts(warehouse, backup));
  // Only a file that was closed and opened again spells its macros as the original file does.
  return confined(backup, target, true, (warehouse) => differences(warehouse, backup));
}

async function confined<T>(
  {path}: StoredBackup,
  target: string,
  readOnly: boolean,
  callback: (warehouse: Warehouse) => Promise<T>
): Promise<T> {
  const warehouse = await Warehouse.open(target, {readOnly, settings: FILE_SETTINGS});
  try {
    await confine(warehouse, path);
    return await callback(warehouse);
  } finally {
    warehouse.close();
  }
}

async function runScripts(warehouse: Warehouse, {path, manifest}: StoredBackup): Promise<void> {
  const script = (name: string) => readFileSync(join(path, name), "utf8");
  try {
    await warehouse.run(script(SCRIPTS.schema));
    for (const table of manifest.tables)
      await warehouse.run(loadStatement(table, join(resolve(path), table.file)));
    const comments = script(SCRIPTS.comments);
    if (comments.trim()) await warehouse.run(comments);
  } catch (error) {
    throw new UserError(`${manifest.name} cannot be restored: ${messageOf(error)}${engineHint(manifest)}`, {
      cause: error
    });
  }
}

async function differences(warehouse: Warehouse, {path, manifest}: StoredBackup): Promise<string[]> {
  const found = catalogDifferences(manifest.catalog, await readCatalog(warehouse));
  for (const table of manifest.tables) {
    const {rows, hash} = await contentOf(warehouse, table);
    const name = `${table.schema}.${table.table}`;
    if (rows !== table.rows) found.push(`${name} has ${rows} rows instead of ${table.rows}`);
    else if (hash !== table.hash) found.push(`${name} has other content`);
  }
  const counts = await countFailures(warehouse, join(path, "sql", "checks"));
  return [...found, ...countDifferences(manifest.checks, counts)];
}

function engineHint({engine_version}: BackupManifest): string {
  return `; it was written by DuckDB ${engine_version}`;
}
