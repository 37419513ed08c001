import {quotedString} from "@duckdb/node-api";
import {UserError} from "../error.js";
import {naming} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {PARQUET_OPTIONS} from "../warehouse/parquet.js";
import {snapshotColumns} from "./snapshotColumns.js";
import type {Snapshot} from "./snapshotList.js";

/** Rows in a Parquet row group, the least that a reader of one row fetches; DuckDB’s own default. */
const ROW_GROUP_SIZE = 122_880;

/**
 * Writes the rows of a snapshot’s SELECT to the given path: Parquet compressed with zstd, in row groups of the
 * size that the header `row_group_size` gives, or a JSON array of objects. Equal rows give equal bytes.
 */
export async function writeSnapshot(warehouse: Warehouse, snapshot: Snapshot, path: string): Promise<void> {
  const {file} = snapshot;
  await snapshotColumns(warehouse, file);
  await naming(file, () => warehouse.run(copyStatement(snapshot, path)));
}

/** Returns the statement that writes a snapshot to the given path. */
export function copyStatement(snapshot: Snapshot, path: string): string {
  return `copy (${snapshot.file.text}\n) to ${quotedString(path)} (${copyOptions(snapshot)})`;
}

function copyOptions({file, format}: Snapshot): string {
  if (format === "json") return "format json, array true";
  const size = Number(file.header.row_group_size ?? ROW_GROUP_SIZE);
  if (!Number.isInteger(size) || size <= 0)
    throw new UserError(`${file.path}: row_group_size is not a whole number: ${file.header.row_group_size}`);
  return `${PARQUET_OPTIONS}, row_group_size ${size}`;
}
