import {copyFileSync, existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type Config, warehousePath} from "../../config.js";
import {recordsFolder} from "../../pipeline/archiveRecords.js";
import {syncFile} from "../../pipeline/durable.js";
import {withLock} from "../../pipeline/lock.js";
import {previousWarehousePath, publish} from "../../pipeline/publish.js";
import {markRollback} from "../../pipeline/rollbackMark.js";
import {migrate} from "../../warehouse/migrate.js";
import {Warehouse} from "../../warehouse/open.js";
import {readSqlFolder} from "../../warehouse/sqlFile.js";
import {sha256OfFile} from "../archive/fileList.js";
import {type Backup, describeBackup} from "./backup.js";
import {publishedBuild} from "../update/publishedBuild.js";
import {backupsPath} from "./backupName.js";
import {readBackup, type StoredBackup} from "./readBackup.js";
import {rebuildVerified} from "./verifyBackup.js";

export interface RestoreOptions {
  /** Folder of backups, such as the off-site one; the configuration’s own unless given. */
  from?: string;
  /** Applies the migrations that are newer than the backup before it is published. */
  migrateForward?: boolean;
}

export interface Restoration {
  backup: Backup;
  /** Where the warehouse that was replaced is kept; null where there was none. */
  replaced: string | null;
  /** Migrations of this workbench that the published warehouse has not had. */
  missingMigrations: string[];
}

/**
 * Rebuilds the warehouse of a backup as a new file, verifies it, puts its archive of original records back
 * and publishes it by rename, keeping what it replaced. Nothing published changes unless all of that succeeds.
 */
export async function restoreBackup(
  config: Config,
  name: string,
  {from = backupsPath(config), migrateForward = false}: RestoreOptions = {}
): Promise<Restoration> {
  const stored = readBackup(from, name);
  mkdirSync(config.state, {recursive: true});
  const candidate = join(config.state, `restored.${process.pid}.duckdb`);
  try {
    await rebuildVerified(stored, candidate);
    if (migrateForward) await applyMigrations(candidate);
    const missingMigrations = await unseenMigrations(candidate);
    await restoreRecords(stored, config);
    const replaced = existsSync(warehousePath(config)) ? previousWarehousePath(config) : null;
    await withLock(config, () => replacePublished(config, candidate, stored));
    return {backup: describeBackup(stored.path, stored.manifest), replaced, missingMigrations};
  } finally {
    for (const file of [candidate, `${candidate}.wal`]) rmSync(file, {force: true});
  }
}

/** A restore lasts, as a rollback does: nothing builds the replaced warehouse again until an input changes. */
async function replacePublished(config: Config, candidate: string, {manifest}: StoredBackup): Promise<void> {
  // A damaged warehouse cannot say which build it is.
  const undone = await publishedBuild(config).catch(() => null);
  publish(config, candidate);
  if (undone && undone.fingerprint !== manifest.build?.fingerprint) markRollback(config, undone.fingerprint);
}

async function applyMigrations(path: string): Promise<void> {
  const warehouse = await Warehouse.open(path);
  try {
    await migrate(warehouse);
  } finally {
    warehouse.close();
  }
}

async function unseenMigrations(path: string): Promise<string[]> {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    const rows = await warehouse.rows<{name: string}>("select name from meta.migrations");
    const seen = new Set(rows.map(({name}) => name));
    return readSqlFolder("sql/migrations")
      .map(({name}) => name)
      .filter((name) => !seen.has(name));
  } finally {
    warehouse.close();
  }
}

async function restoreRecords({path, manifest}: StoredBackup, {state}: Config): Promise<void> {
  if (manifest.records_archive === null) return;
  const source = join(path, "records", manifest.records_archive);
  const target = join(recordsFolder({state}), manifest.records_archive);
  if (existsSync(target) && (await sha256OfFile(target)) === (await sha256OfFile(source))) return;
  mkdirSync(recordsFolder({state}), {recursive: true});
  copyFileSync(source, `${target}.${process.pid}`);
  syncFile(`${target}.${process.pid}`);
  renameSync(`${target}.${process.pid}`, target);
}
