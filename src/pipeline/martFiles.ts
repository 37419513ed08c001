import {createHash} from "node:crypto";
import {basename, dirname} from "node:path";
import {readSqlFolder} from "../warehouse/sqlFile.js";
import type {Warehouse} from "../warehouse/open.js";
import {replaceRows} from "./replaceRows.js";

/** Schemas of what the SELECTs over a loaded and analysed warehouse make, by their folders; checks make no relation. */
const SCHEMAS: Record<string, string> = {"sql/marts": "marts", "sql/views": "main", "sql/checks": "checks"};

/** Folders of SELECTs over a warehouse that is loaded and analysed: nothing before them depends on one. */
export const MART_FOLDERS = Object.keys(SCHEMAS);

/** The SELECT of a mart, a view or a check. */
export interface MartFile {
  path: string;
  text: string;
  sha256: string;
}

/** Returns the SELECTs of marts, views and checks as they are now. */
export function martFiles(): MartFile[] {
  return MART_FOLDERS.flatMap((folder) => readSqlFolder(folder)).map(({path, text}) => ({
    path,
    text,
    sha256: createHash("sha256").update(text).digest("hex")
  }));
}

/** Returns “schema.name”, in lower case, of what a file makes; a check’s is “checks.name”, which no SELECT reads. */
export function madeBy(path: string): string {
  return `${SCHEMAS[dirname(path)]}.${basename(path).split(".")[0]}`.toLowerCase();
}

/** Writes which files the marts, views and checks of a build are made from; to be called before they are read. */
export function recordMartFiles(warehouse: Warehouse): Promise<void> {
  const rows = martFiles().map(({path, sha256}) => ({path, sha256}));
  return replaceRows(warehouse, "meta.mart_files", rows);
}
