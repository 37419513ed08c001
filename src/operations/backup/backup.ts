import type {CatalogObject} from "../archive/catalog.js";
import type {ArchivedFile} from "../archive/fileList.js";
import type {WrittenTable} from "../archive/writeTables.js";

export const BACKUP_TYPES = ["daily", "weekly", "monthly", "post_update", "manual"] as const;
export type BackupType = (typeof BACKUP_TYPES)[number];

export const BACKUP_FORMAT = {format: "recovery-workbench-backup", version: 1};

/** A check that was run on the warehouse when it was backed up, with the number of offending rows. */
export interface CheckCount {
  name: string;
  severity: string;
  /** Null where the check reads what this warehouse, of an older schema, does not have. */
  failures: number | null;
}

/** What manifest.json of a backup says. */
export interface BackupManifest {
  format: string;
  version: number;
  name: string;
  type: BackupType;
  /** ISO 8601, UTC. */
  created_at: string;
  engine_version: string;
  /** Name of the newest migration that the warehouse has had. */
  schema_version: string | null;
  migrations: {name: string; checksum: string}[];
  /** The row of meta.builds. */
  build: Record<string, string | boolean | null> | null;
  /** File name of the archive of original records, or null where the warehouse names none. */
  records_archive: string | null;
  tables: WrittenTable[];
  catalog: CatalogObject[];
  checks: CheckCount[];
  files: ArchivedFile[];
}

/** A backup that exists on disk. */
export interface Backup {
  name: string;
  type: BackupType;
  /** The folder that holds it. */
  path: string;
  created_at: string;
  bytes: number;
  rows: number;
  schema_version: string | null;
  engine_version: string;
  fingerprint: string | null;
  /** The copy in the off-site folder, where one was asked for. */
  offsite: string | null;
}

/** Returns the short description of a backup from its manifest. */
export function describeBackup(path: string, manifest: BackupManifest): Backup {
  return {
    name: manifest.name,
    type: manifest.type,
    path,
    created_at: manifest.created_at,
    bytes: manifest.files.reduce((sum, {bytes}) => sum + bytes, 0),
    rows: manifest.tables.reduce((sum, {rows}) => sum + rows, 0),
    schema_version: manifest.schema_version,
    engine_version: manifest.engine_version,
    fingerprint: (manifest.build?.fingerprint as string | undefined) ?? null,
    offsite: null
  };
}
