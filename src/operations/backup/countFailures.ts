import {existsSync} from "node:fs";
import {messageOf} from "../../error.js";
import {tablesRead} from "../../warehouse/dependencies.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFolder, type SqlFile} from "../../warehouse/sqlFile.js";
import type {CheckCount} from "./backup.js";

/** Schemas that exist only while a warehouse is being built. */
const SCRATCH = /^(raw|staging|conformed)\./;

/**
 * Runs every check in the folder and returns the number of rows that offend against each; null for a check
 * that cannot be run on this schema. Checks that read what exists only during a build are left out.
 */
export async function countFailures(warehouse: Warehouse, folder: string): Promise<CheckCount[]> {
  if (!existsSync(folder)) return [];
  const counts: CheckCount[] = [];
  for (const file of readSqlFolder(folder)) {
    const reads = await tablesRead(warehouse, file);
    if (reads.some((table) => SCRATCH.test(table))) continue;
    const failures = await count(warehouse, file);
    counts.push({name: file.name, severity: file.header.severity ?? "error", failures});
  }
  return counts;
}

async function count(warehouse: Warehouse, {text}: SqlFile): Promise<number | null> {
  try {
    const [row] = await warehouse.rows<{failures: bigint}>(`select count(*) as failures from (${text}\n)`);
    return Number(row!.failures);
  } catch (error) {
    if (/^(Binder|Catalog) Error/.test(messageOf(error))) return null;
    throw error;
  }
}

/** Returns one line for each check that does not count now what it counted before. */
export function countDifferences(expected: CheckCount[], actual: CheckCount[]): string[] {
  const found = new Map(actual.map(({name, failures}) => [name, failures]));
  return expected.flatMap(({name, failures}) =>
    found.get(name) === failures
      ? []
      : [`check ${name} finds ${found.get(name) ?? "no"} rows instead of ${failures ?? "none to read"}`]
  );
}
