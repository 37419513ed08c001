import {existsSync} from "node:fs";
import {tablesRead} from "../../warehouse/dependencies.js";
import {naming} from "../../warehouse/models.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFolder} from "../../warehouse/sqlFile.js";
import type {CheckCount} from "./backup.js";

/** Schemas that exist only while a warehouse is being built. */
const SCRATCH = /^(raw|staging)\./;

/**
 * Runs every check in the folder and returns the number of rows that offend against each. Checks that read
 * what exists only during a build are left out.
 */
export async function countFailures(warehouse: Warehouse, folder: string): Promise<CheckCount[]> {
  if (!existsSync(folder)) return [];
  const counts: CheckCount[] = [];
  for (const file of readSqlFolder(folder)) {
    const reads = await tablesRead(warehouse, file);
    if (reads.some((table) => SCRATCH.test(table))) continue;
    const [row] = await naming(file, () =>
      warehouse.rows<{failures: bigint}>(`select count(*) as failures from (${file.text}\n)`)
    );
    counts.push({
      name: file.name,
      severity: file.header.severity ?? "error",
      failures: Number(row!.failures)
    });
  }
  return counts;
}

/** Returns one line for each check that does not count now what it counted before. */
export function countDifferences(expected: CheckCount[], actual: CheckCount[]): string[] {
  const found = new Map(actual.map(({name, failures}) => [name, failures]));
  return expected.flatMap(({name, failures}) =>
    found.get(name) === failures
      ? []
      : [`check ${name} finds ${found.get(name) ?? "nothing to read"} rows instead of ${failures}`]
  );
}
