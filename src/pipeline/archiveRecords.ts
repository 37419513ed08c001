import {createHash} from "node:crypto";
import {createReadStream, existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {quotedString} from "@duckdb/node-api";
import type {Config} from "../config.js";
import {syncFile} from "./durable.js";
import type {Warehouse} from "../warehouse/open.js";

/** Returns the folder of the archives of original records. */
export function recordsFolder({state}: Pick<Config, "state">): string {
  return join(state, "records");
}

/**
 * Writes every original record to a Parquet file named for its own content, and returns that name. The
 * file is complete and durable before the warehouse that names it is published; one that exists already
 * is the same by its name.
 */
export async function archiveRecords(warehouse: Warehouse, config: Config): Promise<string> {
  const folder = recordsFolder(config);
  mkdirSync(folder, {recursive: true});
  const beside = join(folder, `writing-${process.pid}.parquet`);
  try {
    // Records lie in the order of their numbers, and DuckDB keeps it: to sort them would hold every text in memory.
    await warehouse.run(
      `copy (select record_id, source, file, position, line, sha256, context, raw, fault from raw.records)
       to ${quotedString(beside)} (format parquet, compression zstd)`
    );
    const name = `${(await sha256(beside)).slice(0, 16)}.parquet`;
    if (!existsSync(join(folder, name))) {
      syncFile(beside);
      renameSync(beside, join(folder, name));
      syncFile(folder);
    }
    return name;
  } finally {
    rmSync(beside, {force: true});
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
