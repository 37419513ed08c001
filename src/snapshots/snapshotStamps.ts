import {createHash} from "node:crypto";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {version as engineVersion} from "@duckdb/node-api";
import type {Warehouse} from "../warehouse/open.js";
import type {Snapshot} from "./snapshotList.js";
import type {TableHashes} from "./tableHashes.js";
import {contentRead, warehouseContent} from "./warehouseContent.js";
import {copyStatement} from "./writeSnapshot.js";

/** For each written snapshot, what it was written from. */
export type SnapshotStamps = Record<string, string>;

/** Reads the stamps of an earlier run; none where the file is absent or was cut short. */
export function readStamps(path: string): SnapshotStamps {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as SnapshotStamps;
  } catch {
    return {};
  }
}

/** Writes stamps in the order of their names, in whichever order snapshots were finished: the site's own stamp reads them. */
export function writeStamps(path: string, stamps: SnapshotStamps): void {
  const ordered = Object.fromEntries(Object.entries(stamps).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(ordered, null, 1)}\n`);
}

/**
 * Returns what each snapshot is written from, by file name: the version of DuckDB, the statement that writes it, and
 * whatever of the warehouse its SELECT reads; all of the warehouse where that cannot be told.
 */
export async function snapshotStamps(
  warehouse: Warehouse,
  snapshots: Snapshot[],
  {engine = engineVersion(), hashes}: {engine?: string | undefined; hashes?: TableHashes | undefined} = {}
): Promise<SnapshotStamps> {
  const content = await warehouseContent(warehouse, hashes);
  const stamps: SnapshotStamps = {};
  for (const snapshot of snapshots) {
    const read = (await contentRead(warehouse, content, snapshot.file.text)) ?? (await buildStamp(warehouse));
    const parts = [engine, copyStatement(snapshot, snapshot.fileName), read];
    stamps[snapshot.fileName] = createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
  }
  return stamps;
}

/** Returns what identifies a build of a warehouse: its fingerprint and start, and how much was added since. */
async function buildStamp(warehouse: Warehouse): Promise<string> {
  const [build] = await warehouse.rows<{stamp: string}>(
    `select concat_ws(' ', fingerprint, built_at, (select count(*) from meta.benchmark_runs)) as stamp
     from meta.builds order by built_at desc limit 1`
  );
  return build?.stamp ?? "";
}
