import {quotedString} from "@duckdb/node-api";
import {messageOf, UserError} from "../error.js";
import {inDependencyOrder, tablesRead} from "./dependencies.js";
import {type Job, runInLanes} from "./lanes.js";
import type {Warehouse} from "./open.js";
import {readSqlFolder, type SqlFile} from "./sqlFile.js";

export interface ModelOptions {
  schema: string;
  kind: "view" | "table";
}

/**
 * Returns jobs that materialize each SELECT in the folder as a view or table named schema.file, after those that it reads;
 * each is named “schema.table” for what it writes. The header `materialized: view` keeps a wide table that only snapshots
 * read out of the file.
 */
export function modelJobs(
  warehouse: Warehouse,
  folder: string,
  {schema, kind}: ModelOptions
): Promise<Job[]> {
  return jobsOf(warehouse, {folder, schema}, async (lane, file) => {
    const made = file.header.materialized === "view" ? "view" : kind;
    await lane.run(`create or replace ${made} ${schema}."${file.name}" as (${file.text}\n)`);
    if (file.header.grain)
      await lane.run(`comment on ${made} ${schema}."${file.name}" is ${quotedString(file.header.grain)}`);
  });
}

/** Appends each SELECT in the folder to the existing table schema.file, matching columns by name. */
export async function loadTables(warehouse: Warehouse, folder: string, schema: string): Promise<void> {
  await runInLanes(warehouse, await loadJobs(warehouse, folder, schema));
}

/** Returns what loadTables runs as jobs, named as those of modelJobs. */
export function loadJobs(warehouse: Warehouse, folder: string, schema: string): Promise<Job[]> {
  return jobsOf(warehouse, {folder, schema}, (lane, file) =>
    lane.run(`insert into ${schema}."${file.name}" by name (${file.text}\n)`)
  );
}

/** Names the SQL file in any error that DuckDB reports while the callback runs. */
export async function naming<T>(file: SqlFile, callback: () => Promise<T>): Promise<T> {
  try {
    return await callback();
  } catch (error) {
    throw new UserError(`${file.path}: ${messageOf(error)}`, {cause: error});
  }
}

/** Returns a job for each SELECT in the folder, after those whose tables it reads. */
async function jobsOf(
  warehouse: Warehouse,
  {folder, schema}: {folder: string; schema: string},
  callback: (lane: Warehouse, file: SqlFile) => Promise<void>
): Promise<Job[]> {
  const {files, reads} = await selectsInOrder(warehouse, folder, schema);
  const tableOf = (file: SqlFile) => `${schema}.${file.name}`;
  return files.map((file) => ({
    name: tableOf(file),
    after: (reads.get(file) ?? []).filter((table) => table !== tableOf(file)),
    run: (lane: Warehouse) => naming(file, () => callback(lane, file))
  }));
}

/** Returns the SELECTs of the folder, each after those whose tables it reads, and the tables that each reads. */
export async function selectsInOrder(
  warehouse: Warehouse,
  folder: string,
  schema: string
): Promise<{files: SqlFile[]; reads: Map<SqlFile, string[]>}> {
  const files = readSqlFolder(folder);
  const reads = new Map<SqlFile, string[]>();
  for (const file of files) reads.set(file, await tablesRead(warehouse, file));
  return {files: inDependencyOrder(files, schema, reads), reads};
}
