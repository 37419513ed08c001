import {copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {type Config, warehousePath} from "../config.js";
import {syncFile} from "./durable.js";

/** Returns the path of the warehouse that was published before the present one. */
export function previousWarehousePath({state}: Pick<Config, "state">): string {
  return join(state, "previous", "warehouse.duckdb");
}

/**
 * Publishes a closed, checked warehouse file by rename, keeping the one that it replaces. There is a whole
 * published file at every moment: readers have the old one or the new one, never a mixture, and a process
 * that has the old one open keeps it.
 */
export function publish(config: Config, candidate: string): void {
  const published = warehousePath(config);
  syncFile(candidate);
  if (existsSync(published)) keepPrevious(published, previousWarehousePath(config));
  renameSync(candidate, published);
  syncFile(dirname(published));
}

function keepPrevious(published: string, previous: string): void {
  mkdirSync(dirname(previous), {recursive: true});
  const beside = `${previous}.${process.pid}`;
  rmSync(beside, {force: true});
  try {
    linkSync(published, beside);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(published, beside);
  }
  renameSync(beside, previous);
  // Renaming one name of a file to another name of the same file does nothing, and leaves both (POSIX).
  rmSync(beside, {force: true});
  syncFile(dirname(previous));
}
