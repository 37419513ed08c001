import {quotedString} from "@duckdb/node-api";
import {messageOf, UserError} from "../error.js";
import {inDependencyOrder, tablesRead} from "./dependencies.js";
import {type Job, runInLanes} from "./lanes.js";
import type {Warehouse} from "./open.js";
import {readSqlFolder, type SqlFile} from "./sqlFile.js";

export interface ModelOptions {
  schema: string;
  kind: "view" | "table";
  /** Other jobs, named “schema.table” for what they write, that run beside the models and before those that read it. */
  beside?: Job[];
}

/**
 * Materializes each SELECT in the folder as a view or table named schema.file, upstream files first. The
 * header `materialized: view` keeps a wide table that only snapshots read out of the file.
 */
export async function createModels(
  warehouse: Warehouse,
  folder: string,
  {schema, kind, beside = []}: ModelOptions
): Promise<void> {
  await forEachModel(warehouse, {folder, schema, beside}, async (lane, file) => {
    const made = file.header.materialized === "view" ? "view" : kind;
    await lane.run(`create or replace ${made} ${schema}."${file.name}" as (${file.text}\n)`);
    if (file.header.grain)
      await lane.run(`comment on ${made} ${schema}."${file.name}" is ${quotedString(file.header.grain)}`);
  });
}

/** Appends each SELECT in the folder to the existing table schema.file, matching columns by name. */
export async function loadTables(warehouse: Warehouse, folder: string, schema: string): Promise<void> {
  await forEachModel(warehouse, {folder, schema, beside: []}, (lane, file) =>
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

/** Calls back for each SELECT in the folder after those whose tables it reads, on two connections. */
async function forEachModel(
  warehouse: Warehouse,
  {folder, schema, beside}: {folder: string; schema: string; beside: Job[]},
  callback: (lane: Warehouse, file: SqlFile) => Promise<void>
): Promise<void> {
  const files = readSqlFolder(folder);
  const reads = new Map<SqlFile, string[]>();
  for (const file of files) reads.set(file, await tablesRead(warehouse, file));
  const tableOf = (file: SqlFile) => `${schema}.${file.name}`;
  const models = inDependencyOrder(files, schema, reads).map((file) => ({
    name: tableOf(file),
    after: (reads.get(file) ?? []).filter((table) => table !== tableOf(file)),
    run: (lane: Warehouse) => naming(file, () => callback(lane, file))
  }));
  await runInLanes(warehouse, [...beside, ...models]);
}
