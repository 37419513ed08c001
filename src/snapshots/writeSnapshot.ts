import {quotedString} from "@duckdb/node-api";
import {naming} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {snapshotColumns} from "./snapshotColumns.js";
import type {Snapshot} from "./snapshotList.js";

const COPY_OPTIONS = {
  parquet: "format parquet, compression zstd",
  json: "format json, array true"
};

/**
 * Writes the rows of a snapshot’s SELECT to the given path: Parquet compressed with zstd, or a JSON array of
 * objects. Equal rows give equal bytes.
 */
export async function writeSnapshot(warehouse: Warehouse, snapshot: Snapshot, path: string): Promise<void> {
  const {file, format} = snapshot;
  await snapshotColumns(warehouse, file);
  const target = `${quotedString(path)} (${COPY_OPTIONS[format]})`;
  await naming(file, () => warehouse.run(`copy (${file.text}\n) to ${target}`));
}
