import {createHash} from "node:crypto";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import type {Warehouse} from "../warehouse/open.js";
import type {Snapshot} from "./snapshotList.js";

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

/** Returns what identifies the contents of a warehouse: its build’s fingerprint and start, and the benchmarks added since. */
export async function warehouseStamp(warehouse: Warehouse): Promise<string> {
  const [build] = await warehouse.rows<{stamp: string}>(
    `select concat_ws(' ', fingerprint, built_at, (
       select estimated_size from duckdb_tables() where schema_name = 'meta' and table_name = 'benchmark_runs'
     )) as stamp
     from meta.builds order by built_at desc limit 1`
  );
  return build?.stamp ?? "";
}

/** Returns what a snapshot is written from: the warehouse and the text of the SELECT. */
export function snapshotStamp(warehouseStamp: string, {file}: Snapshot): string {
  return createHash("sha256").update(`${warehouseStamp}\0${file.text}`).digest("hex").slice(0, 16);
}
