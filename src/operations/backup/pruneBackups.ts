import {renameSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../../config.js";
import {readParameters} from "../../config/parameters.js";
import {BACKUP_TYPES} from "./backup.js";
import {backupsPath} from "./backupName.js";
import {type BackupList, listBackups} from "./listBackups.js";
import {expiredBackups, type Retention} from "./retention.js";

export interface PruneOptions {
  now: Date;
  /** Folder of backups, such as the off-site one; the configuration’s own unless given. */
  from?: string;
  /** Says what would be removed and removes nothing. */
  dryRun?: boolean;
  retention?: Retention;
}

export interface Pruning {
  removed: string[];
  kept: string[];
  /** Never removed: what cannot be read cannot be known to be ours. */
  damaged: BackupList["damaged"];
}

const HOUR = 3_600_000;

/**
 * Removes the backups that retention no longer asks for. Every byte of every backup is read first: only whole
 * ones count, so a damaged backup never takes the place of a good one and the last good one always stays. Only
 * folders that hold exactly what a manifest of ours lists are removed, and leftovers that carry our mark.
 */
export async function pruneBackups(
  config: Config,
  {now, from = backupsPath(config), dryRun = false, retention = readRetention()}: PruneOptions
): Promise<Pruning> {
  const {backups, damaged, unfinished} = await listBackups(config, {from, thorough: true});
  const expired = new Set(expiredBackups(backups, retention).map(({name}) => name));
  const removed = [...expired, ...unfinished.filter((name) => isOld(join(from, name), now))].sort();
  if (!dryRun) for (const name of removed) remove(from, name);
  return {removed, kept: backups.map(({name}) => name).filter((name) => !expired.has(name)), damaged};
}

/** Returns how many backups of each type to keep, from sql/parameters/backups.csv; manual ones stay for ever. */
export function readRetention(): Retention {
  const parameters = readParameters("backups");
  return Object.fromEntries(
    BACKUP_TYPES.filter((type) => type !== "manual").map((type) => [type, parameters[`backup_keep_${type}`]])
  );
}

function isOld(folder: string, now: Date): boolean {
  const limit = readParameters("backups").backup_unfinished_hours! * HOUR;
  return now.getTime() - statSync(folder).mtimeMs > limit;
}

/** Takes the folder out of sight first, so that a removal cut short cannot look like a damaged backup. */
function remove(folder: string, name: string): void {
  const doomed = join(folder, `.removed.${name}`);
  renameSync(join(folder, name), doomed);
  rmSync(doomed, {recursive: true});
}
