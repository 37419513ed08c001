import {lstatSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../../config.js";
import {UserError} from "../../error.js";
import {BACKUP_TYPES, type BackupType} from "./backup.js";

const NAME = /^\d{8}T\d{6}Z-(daily|weekly|monthly|post_update|manual)(-\d+)?$/;

/** Returns the folder that holds the backups of this configuration. */
export function backupsPath({state}: Pick<Config, "state">): string {
  return join(state, "backups");
}

/** Returns the name of a backup of the given type made at the given instant, such as 20260301T040000Z-monthly. */
export function backupName(type: BackupType, now: Date): string {
  return `${now.toISOString().replace(/[-:]|\.\d+/g, "")}-${type}`;
}

/** Says whether a folder’s name is one that a backup of ours could have. */
export function isBackupName(name: string): boolean {
  return NAME.test(name);
}

/** Returns the given type of backup, or throws where there is no such type. */
export function backupType(text: string): BackupType {
  const type = BACKUP_TYPES.find((known) => known === text);
  if (!type) throw new UserError(`unknown type of backup: ${text}; choose one of ${BACKUP_TYPES.join(", ")}`);
  return type;
}

/**
 * Returns the path of the named backup within the folder. Throws for a name that is no backup’s, paths such as
 * ../../etc among them, and for anything that is not a real folder, links included.
 */
export function backupPath(folder: string, name: string): string {
  if (!isBackupName(name))
    throw new UserError(`not the name of a backup: ${name}; workbench backup list shows the names`);
  const path = join(folder, name);
  if (!lstatSync(path, {throwIfNoEntry: false})?.isDirectory())
    throw new UserError(`no backup ${name} in ${folder}; workbench backup list shows the names`);
  return path;
}
