import {readFileSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {UserError} from "../error.js";

/** A .sql file: leading `-- key: value` comments followed by one or more statements. */
export interface SqlFile {
  /** The file name up to its first dot, such as “coverage” for coverage.parquet.sql. */
  name: string;
  path: string;
  header: Record<string, string>;
  /** The whole file, comments included, so that DuckDB’s error positions match the file. */
  text: string;
}

export function readSqlFile(path: string): SqlFile {
  const text = readFileSync(path, "utf8");
  const header: Record<string, string> = {};
  for (const line of text.split("\n")) {
    const match = /^-- (\w+): (.+)$/.exec(line);
    if (!match) break;
    header[match[1]!] = match[2]!.trim();
  }
  return {name: basename(path).split(".")[0]!, path, header, text};
}

/** Reads every .sql file directly within the given folder, in name order. */
export function readSqlFolder(folder: string): SqlFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => readSqlFile(join(folder, name)));
}

/** Returns the value of a required header key. */
export function headerOf(file: SqlFile, key: string): string {
  const value = file.header[key];
  if (value === undefined)
    throw new UserError(`missing header: ${file.path} has no “${key}”; add “-- ${key}: …” at its top`);
  return value;
}
