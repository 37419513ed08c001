import {copyFileSync, existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {type Config, warehousePath} from "../../config.js";
import {messageOf, UserError} from "../../error.js";
import {recordsFolder} from "../../pipeline/archiveRecords.js";
import {Warehouse} from "../../warehouse/open.js";
import {readCatalog} from "../archive/catalog.js";
import {listFiles} from "../archive/fileList.js";
import {writeManifest} from "../archive/manifestFile.js";
import {UNFINISHED, writeFolder} from "../archive/writeFolder.js";
import {writeTables} from "../archive/writeTables.js";
import {type Backup, BACKUP_FORMAT, type BackupManifest, type BackupType, type CheckCount} from "./backup.js";
import {backupName, backupsPath} from "./backupName.js";
import {copyOffsite} from "./copyOffsite.js";
import {countFailures} from "./countFailures.js";
import {verifyBackup} from "./verifyBackup.js";
import {writeSchema, writeTexts} from "./writeSchema.js";

/**
 * Writes a backup of the published warehouse, with its archive of original records, and restores it once
 * into a scratch file to see that it is whole; a backup that fails that is removed again. With an off-site
 * folder in the configuration, a second copy is written there; where that fails the local one remains.
 */
export async function createBackup(
  config: Config,
  {type, now}: {type: BackupType; now: Date}
): Promise<Backup> {
  const folder = backupsPath(config);
  const name = freeName(folder, backupName(type, now));
  mkdirSync(folder, {recursive: true});
  await writeFolder(folder, name, (partial) => writeBackup(config, partial, {name, type, now}));
  const {backup} = await verifyBackup(config, name, {removeIfDamaged: true});
  return config.offsite ? {...backup, offsite: await copyOffsite(backup, config.offsite)} : backup;
}

async function writeBackup(
  config: Config,
  folder: string,
  identity: {name: string; type: BackupType; now: Date}
): Promise<void> {
  const path = warehousePath(config);
  const warehouse = await reading(path, () => Warehouse.open(path, {readOnly: true}));
  try {
    await warehouse.run("set timezone = 'UTC'");
    writeManifest(folder, await reading(path, () => writeContents(warehouse, config, folder, identity)));
  } finally {
    warehouse.close();
  }
}

/** Tells the operator what to do where the published file itself cannot be read. */
async function reading<T>(path: string, callback: () => Promise<T>): Promise<T> {
  try {
    return await callback();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `cannot back up ${path}: ${messageOf(error).split("\n")[0]}; if the file is damaged, run workbench backup restore`,
      {cause: error}
    );
  }
}

async function writeContents(
  warehouse: Warehouse,
  config: Config,
  folder: string,
  {name, type, now}: {name: string; type: BackupType; now: Date}
): Promise<BackupManifest> {
  const tables = await writeTables(warehouse, folder);
  await writeSchema(warehouse, folder, tables);
  const migrations = await warehouse.rows<{name: string; checksum: string}>(
    "select name, checksum from meta.migrations order by name"
  );
  const checks: CheckCount[] = await countFailures(warehouse, join("sql", "checks"));
  writeTexts(
    folder,
    migrations.map((migration) => migration.name),
    checks.map((check) => check.name)
  );
  const [build = null] = await warehouse.rows<Record<string, string | boolean | null>>(
    "select * replace (built_at::varchar as built_at) from meta.builds"
  );
  const [engine] = await warehouse.rows<{version: string}>("select version() as version");
  return {
    ...BACKUP_FORMAT,
    name,
    type,
    created_at: now.toISOString(),
    engine_version: engine!.version.replace(/^v/, ""),
    schema_version: migrations.at(-1)?.name ?? null,
    migrations,
    build,
    records_archive: copyRecords(config, folder, build),
    tables,
    catalog: await readCatalog(warehouse),
    checks,
    files: (await listFiles(folder)).filter(({path}) => path !== UNFINISHED)
  };
}

function copyRecords({state}: Config, folder: string, build: Record<string, unknown> | null): string | null {
  if (!build) return null;
  const file = build.records_archive as string;
  const source = join(recordsFolder({state}), file);
  if (!existsSync(source))
    throw new UserError(`no archive of original records: ${source} is missing; run workbench migrate first`);
  mkdirSync(join(folder, "records"));
  copyFileSync(source, join(folder, "records", file));
  return file;
}

function freeName(folder: string, name: string): string {
  for (let attempt = 2, free = name; ; attempt++) {
    if (!existsSync(join(folder, free))) return free;
    free = `${name}-${attempt}`;
  }
}
