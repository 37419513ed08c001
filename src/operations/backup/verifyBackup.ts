import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../../config.js";
import {UserError} from "../../error.js";
import {type Backup, describeBackup} from "./backup.js";
import {backupsPath} from "./backupName.js";
import {damagedFiles, readBackup, type StoredBackup} from "./readBackup.js";
import {rebuildWarehouse} from "./rebuildWarehouse.js";

export interface Verification {
  backup: Backup;
  tables: number;
  checks: number;
}

export interface VerifyOptions {
  /** Folder of backups, such as the off-site one; the configuration’s own unless given. */
  from?: string;
  /** Removes the backup again where it is not whole: for one that was written a moment ago. */
  removeIfDamaged?: boolean;
}

/**
 * Reads every byte of a backup, restores it into a scratch file, compares that with the original and runs
 * the checks again. Throws a UserError that names what is wrong.
 */
export async function verifyBackup(
  config: Config,
  name: string,
  {from = backupsPath(config), removeIfDamaged = false}: VerifyOptions = {}
): Promise<Verification> {
  const stored = readBackup(from, name);
  try {
    await withTrial(config, (target) => rebuildVerified(stored, target));
  } catch (error) {
    if (removeIfDamaged) rmSync(stored.path, {recursive: true});
    throw error;
  }
  const {tables, checks} = stored.manifest;
  return {backup: describeBackup(stored.path, stored.manifest), tables: tables.length, checks: checks.length};
}

/** Reads every byte of the backup, rebuilds its warehouse at the target and throws unless both are as they were. */
export async function rebuildVerified(stored: StoredBackup, target: string): Promise<void> {
  refuse(stored, await damagedFiles(stored));
  refuse(stored, await rebuildWarehouse(stored, target));
}

function refuse({manifest}: StoredBackup, problems: string[]): void {
  if (!problems.length) return;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  throw new UserError(`backup ${manifest.name} is damaged: ${problems[0]}${more}; use another backup`);
}

async function withTrial(config: Config, callback: (target: string) => Promise<void>): Promise<void> {
  const scratch = join(config.state, `trial-restore.${process.pid}`);
  mkdirSync(scratch, {recursive: true});
  try {
    await callback(join(scratch, "warehouse.duckdb"));
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}
