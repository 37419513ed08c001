import {closeSync, openSync, readSync} from "node:fs";
import {extname} from "node:path";
import {isRecord} from "./fieldTexts.js";

/** How a file holds its records: rows of a CSV file, a list in one JSON document, or one JSON value a line. */
export type TableFormat = "csv" | "json" | "json lines";

const HEAD_BYTES = 1 << 20;

/** Tells a file’s format from its extension; a .json file of one value a line is known by its first line. */
export function tableFormat(path: string): TableFormat {
  const extension = extname(path).toLowerCase();
  if (extension === ".jsonl" || extension === ".ndjson") return "json lines";
  if (extension !== ".json" && extension !== ".geojson") return "csv";
  const [first, second] = headOf(path)
    .replace(/^\uFEFF/, "")
    .split("\n", 2);
  return second !== undefined && isWholeObject(first!) ? "json lines" : "json";
}

function isWholeObject(line: string): boolean {
  try {
    return isRecord(JSON.parse(line));
  } catch {
    return false;
  }
}

function headOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    return buffer.toString("utf8", 0, readSync(file, buffer, 0, HEAD_BYTES, 0)).trim();
  } finally {
    closeSync(file);
  }
}
