import {quotedIdentifier} from "@duckdb/node-api";
import {basename} from "node:path/posix";
import {messageOf} from "../error.js";
import {snapshotColumns} from "../snapshots/snapshotColumns.js";
import type {Snapshot} from "../snapshots/snapshotList.js";
import {Warehouse} from "../warehouse/open.js";
import type {SourceFile} from "./readPages.js";

/** Binds each ```sql cell of a page against the columns of the snapshots that its front matter names. */
export async function checkSqlCells(
  warehouse: Warehouse,
  {path, cells, tables}: SourceFile,
  snapshots: Snapshot[]
): Promise<string[]> {
  const queries = cells.filter(({language}) => language === "sql");
  if (queries.length === 0) return [];
  const scratch = await Warehouse.open(":memory:");
  try {
    for (const [name, file] of Object.entries(tables)) {
      const snapshot = snapshots.find(({fileName}) => fileName === basename(file));
      if (snapshot) await createEmpty(scratch, name, await snapshotColumns(warehouse, snapshot.file));
    }
    const faults: string[] = [];
    for (const {text, line} of queries)
      await scratch
        .rows(`describe ${withoutValues(text)}`)
        .catch((error) => faults.push(faultOf(path, line, error)));
    return faults;
  } finally {
    scratch.close();
  }
}

async function createEmpty(
  scratch: Warehouse,
  name: string,
  columns: {name: string; type: string}[]
): Promise<void> {
  const list = columns.map((column) => `${quotedIdentifier(column.name)} ${column.type}`).join(", ");
  await scratch.run(`create table ${quotedIdentifier(name)} (${list})`);
}

/** Values that a page puts into a query do not matter for its columns. */
function withoutValues(sql: string): string {
  return sql.replace(/\$\{[^}]*\}/g, "null").replace(/;\s*$/, "");
}

function faultOf(path: string, line: number, error: unknown): string {
  const message = messageOf(error);
  const within = Number(/LINE (\d+):/.exec(message)?.[1] ?? 1);
  return `${path}:${line + within - 1}: ${message.split("\n")[0]}`;
}
