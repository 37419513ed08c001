import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../../config.js";
import {messageOf, UserError} from "../../error.js";
import {UNFINISHED} from "../archive/writeFolder.js";
import {type Backup, describeBackup} from "./backup.js";
import {backupsPath, isBackupName} from "./backupName.js";
import {damagedFiles, readBackup} from "./readBackup.js";

/** What a folder of backups holds; anything else in it is left out and never touched. */
export interface BackupList {
  /** Oldest first. */
  backups: Backup[];
  /** Folders named like a backup that cannot be trusted, with the reason. */
  damaged: {name: string; reason: string}[];
  /** Folders of backups that were begun and never finished. */
  unfinished: string[];
}

export interface ListOptions {
  /** Folder of backups, such as the off-site one; the configuration’s own unless given. */
  from?: string;
  /** Reads every byte of every backup instead of its manifest alone. */
  thorough?: boolean;
}

/** Lists the backups in a folder. */
export async function listBackups(
  config: Config,
  {from = backupsPath(config), thorough = false}: ListOptions = {}
): Promise<BackupList> {
  const list: BackupList = {backups: [], damaged: [], unfinished: []};
  const entries = existsSync(from) ? readdirSync(from, {withFileTypes: true}) : [];
  for (const {name} of entries.filter((entry) => entry.isDirectory())) {
    if (isUnfinished(from, name)) list.unfinished.push(name);
    if (!isBackupName(name)) continue;
    try {
      list.backups.push(await readWhole(from, name, thorough));
    } catch (error) {
      list.damaged.push({name, reason: messageOf(error)});
    }
  }
  list.backups.sort((a, b) => (a.created_at + a.name < b.created_at + b.name ? -1 : 1));
  return list;
}

/** Returns the newest backup in the folder; throws where there is none. */
export async function latestBackup(config: Config, {from}: ListOptions = {}): Promise<Backup> {
  const {backups} = await listBackups(config, {from});
  const latest = backups.at(-1);
  if (!latest)
    throw new UserError(`no backup in ${from ?? backupsPath(config)}; make one with workbench backup create`);
  return latest;
}

async function readWhole(from: string, name: string, thorough: boolean): Promise<Backup> {
  const stored = readBackup(from, name);
  const [damage] = thorough ? await damagedFiles(stored) : [];
  if (damage) throw new UserError(damage);
  return describeBackup(stored.path, stored.manifest);
}

function isUnfinished(from: string, name: string): boolean {
  const [, begun] = /^\.(.+)\.\d+$/.exec(name) ?? [];
  return begun !== undefined && isBackupName(begun) && existsSync(join(from, name, UNFINISHED));
}
