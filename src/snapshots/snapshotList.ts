import {existsSync} from "node:fs";
import {basename} from "node:path";
import {UserError} from "../error.js";
import {readSqlFolder, type SqlFile} from "../warehouse/sqlFile.js";

export const SNAPSHOT_FORMATS = ["parquet", "json"] as const;
export type SnapshotFormat = (typeof SNAPSHOT_FORMATS)[number];

/** A SELECT in data-loaders/ and the file that pages read its rows from. */
export interface Snapshot {
  /** Name of the written file, such as “coverage-by-state.parquet”. */
  fileName: string;
  format: SnapshotFormat;
  file: SqlFile;
}

/** Lists the snapshots: the .parquet.sql and .json.sql files of the folder, in name order. */
export function snapshotList(folder = "data-loaders"): Snapshot[] {
  return existsSync(folder) ? readSqlFolder(folder).map(snapshotOf) : [];
}

/** Returns the snapshot that a SELECT defines; its file name tells the format. */
export function snapshotOf(file: SqlFile): Snapshot {
  const fileName = basename(file.path, ".sql");
  const format = SNAPSHOT_FORMATS.find((known) => fileName.endsWith(`.${known}`));
  if (!format)
    throw new UserError(`snapshot of unknown format: ${file.path}; name it ….parquet.sql or ….json.sql`);
  return {fileName, format, file};
}
