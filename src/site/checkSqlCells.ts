import {quotedIdentifier} from "@duckdb/node-api";
import {basename} from "node:path/posix";
import {messageOf} from "../error.js";
import {snapshotColumns} from "../snapshots/snapshotColumns.js";
import type {Snapshot} from "../snapshots/snapshotList.js";
import {Warehouse} from "../warehouse/open.js";
import {type Cell, lineAt, type SourceFile} from "./readPages.js";

/** A backslash and what follows it, where a template literal would drop the backslash. */
const LOST_BACKSLASH = /\\(?:\\|`|\$)|(\\[^])/g;

/**
 * Binds each ```sql cell of a page against the columns of the snapshots that its front matter names, and reports
 * backslashes that would not reach the database: a sql cell is a template literal of JavaScript.
 */
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
    const faults = queries.flatMap((cell) => lostBackslashes(path, cell));
    for (const {text, line} of queries)
      await scratch
        .rows(`describe ${asSent(text)}`)
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

function lostBackslashes(path: string, {text, line}: Cell): string[] {
  return Array.from(text.matchAll(LOST_BACKSLASH))
    .filter(([, lost]) => lost)
    .map(({1: lost, index}) => {
      const at = line + lineAt(text, index) - 1;
      return `${path}:${at}: a sql cell loses the backslash of ${lost!.trim()}; write it twice`;
    });
}

/** Returns the text as the database gets it; values that a page puts in do not matter for its columns. */
function asSent(sql: string): string {
  return sql
    .replace(/\\([\\`$])|\$\{[^}]*\}/g, (_, character?: string) => character ?? "null")
    .replace(/;\s*$/, "");
}

function faultOf(path: string, line: number, error: unknown): string {
  const message = messageOf(error);
  const within = Number(/LINE (\d+):/.exec(message)?.[1] ?? 1);
  return `${path}:${line + within - 1}: ${message.split("\n")[0]}`;
}
