import {existsSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import {isRunning} from "./processes.js";

/** Names of unfinished files, with the number of the process that was writing them, by folder of the state. */
const UNFINISHED: Record<string, RegExp> = {
  ".": /^(?:candidate-|scratch-|snapshot-|rollback-|restored\.|trial-restore\.|hashes\.json\.|(?:build|update)\.lock\.)(\d+)(?:\..+)?$/,
  records: /^writing-(\d+)\.parquet$/,
  steps: /^before-[a-z]+\.duckdb\.(\d+)$/,
  previous: /^warehouse\.duckdb\.(\d+)$/
};

/** Files that only a build writes: while one holds the lock, every other one’s are left over. */
const BUILD_ONLY = /^(?:candidate|scratch|writing|before)-/;

/**
 * Removes what processes left in the state folder that were killed while they wrote: unfinished files of
 * processes that are gone, and DuckDB’s spilled pages. Call it while holding the build lock. Returns what it removed.
 */
export function sweep({state}: Pick<Config, "state">): string[] {
  const removed: string[] = [];
  for (const [folder, pattern] of Object.entries(UNFINISHED))
    for (const name of namesIn(join(state, folder))) {
      const pid = pattern.exec(name)?.[1];
      if (pid === undefined || (isRunning(Number(pid)) && !BUILD_ONLY.test(name))) continue;
      removed.push(join(state, folder, name));
    }
  for (const name of namesIn(join(state, "tmp"))) removed.push(join(state, "tmp", name));
  for (const path of removed) rmSync(path, {recursive: true, force: true});
  return removed;
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
