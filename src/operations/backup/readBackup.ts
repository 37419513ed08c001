import {UserError} from "../../error.js";
import {fileDifferences, listFiles} from "../archive/fileList.js";
import {MANIFEST, MANIFEST_HASH, readManifest} from "../archive/manifestFile.js";
import {BACKUP_FORMAT, type BackupManifest} from "./backup.js";
import {backupPath} from "./backupName.js";

export interface StoredBackup {
  path: string;
  manifest: BackupManifest;
}

/** Reads the manifest of the named backup in the folder; throws where it is not one of ours or was altered. */
export function readBackup(folder: string, name: string): StoredBackup {
  const path = backupPath(folder, name);
  const manifest = readManifest<BackupManifest>(path, BACKUP_FORMAT);
  if (manifest.name !== name)
    throw new UserError(`renamed: ${path} holds the backup ${manifest.name}; give it its own name back`);
  return {path, manifest};
}

/** Reads every byte of a backup and returns one line for each file that is not as it was written. */
export async function damagedFiles({path, manifest}: StoredBackup): Promise<string[]> {
  const files = await listFiles(path);
  return fileDifferences(
    manifest.files,
    files.filter((file) => file.path !== MANIFEST && file.path !== MANIFEST_HASH)
  );
}
