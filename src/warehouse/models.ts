import {quotedString} from "@duckdb/node-api";
import {messageOf, UserError} from "../error.js";
import {inDependencyOrder, tablesRead} from "./dependencies.js";
import type {Warehouse} from "./open.js";
import {readSqlFolder, type SqlFile} from "./sqlFile.js";

/**
 * Materializes each SELECT in the folder as a view or table named schema.file, upstream files first. The
 * header `materialized: view` keeps a wide table that only snapshots read out of the file.
 */
export async function createModels(
  warehouse: Warehouse,
  folder: string,
  {schema, kind}: {schema: string; kind: "view" | "table"}
): Promise<void> {
  for (const file of await modelsInOrder(warehouse, folder, schema)) {
    const made = file.header.materialized === "view" ? "view" : kind;
    await naming(file, async () => {
      await warehouse.run(`create or replace ${made} ${schema}."${file.name}" as (${file.text}\n)`);
      if (file.header.grain)
        await warehouse.run(
          `comment on ${made} ${schema}."${file.name}" is ${quotedString(file.header.grain)}`
        );
    });
  }
}

/** Appends each SELECT in the folder to the existing table schema.file, matching columns by name. */
export async function loadTables(warehouse: Warehouse, folder: string, schema: string): Promise<void> {
  for (const file of await modelsInOrder(warehouse, folder, schema)) {
    await naming(file, () => warehouse.run(`insert into ${schema}."${file.name}" by name (${file.text}\n)`));
  }
}

/** Names the SQL file in any error that DuckDB reports while the callback runs. */
export async function naming<T>(file: SqlFile, callback: () => Promise<T>): Promise<T> {
  try {
    return await callback();
  } catch (error) {
    throw new UserError(`${file.path}: ${messageOf(error)}`, {cause: error});
  }
}

async function modelsInOrder(warehouse: Warehouse, folder: string, schema: string): Promise<SqlFile[]> {
  const files = readSqlFolder(folder);
  const reads = new Map<SqlFile, string[]>();
  for (const file of files) reads.set(file, await tablesRead(warehouse, file));
  return inDependencyOrder(files, schema, reads);
}
