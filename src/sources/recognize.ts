import {basename, extname} from "node:path";
import {readCsvHeader} from "./readCsv.js";
import type {Source} from "./source.js";
import {SOURCES} from "./sourceList.js";

/** Returns the source that a file belongs to: a JSON file by its name, a CSV file by its header; else null. */
export function recognize(path: string): Source | null {
  const named = SOURCES.find((source) => source.file === basename(path));
  if (named) return named;
  if (extname(path).toLowerCase() !== ".csv") return null;
  const columns = new Set(readCsvHeader(path).map((name) => name.toLowerCase()));
  return SOURCES.find(({csvColumns}) => csvColumns?.every((name) => columns.has(name))) ?? null;
}
