import {cpSync, existsSync} from "node:fs";
import {UserError} from "../../error.js";
import {writeFolder} from "../archive/writeFolder.js";
import type {Backup} from "./backup.js";
import {damagedFiles, readBackup} from "./readBackup.js";

/**
 * Copies a backup to a second folder, beside its final name, reads the copy back and renames it. The folder
 * must exist: making it would fill the mount point of a disk that is not there.
 */
export async function copyOffsite(backup: Backup, offsite: string): Promise<string> {
  if (!existsSync(offsite))
    throw new UserError(
      `off-site folder not found: ${offsite}; is the disk mounted? The backup ${backup.name} is whole in ${backup.path}`
    );
  const path = await writeFolder(offsite, backup.name, async (folder) => {
    cpSync(backup.path, folder, {recursive: true});
  });
  const damage = await damagedFiles(readBackup(offsite, backup.name));
  if (damage.length) throw new UserError(`off-site copy is damaged: ${path}: ${damage[0]}; check the disk`);
  return path;
}
