import type {BackupType} from "./backup.js";

/** How many backups of each type to keep; a type that is absent is kept for ever. */
export type Retention = Partial<Record<BackupType, number>>;

export interface DatedBackup {
  name: string;
  type: BackupType;
  /** ISO 8601, UTC. */
  created_at: string;
}

/**
 * Returns the backups to remove: within each type all but the newest, as many as retention says. The newest of
 * all is never among them. Damaged backups must not be passed in, lest they stand in for good ones.
 */
export function expiredBackups<T extends DatedBackup>(good: T[], retention: Retention): T[] {
  const newestFirst = [...good].sort((a, b) =>
    a.created_at === b.created_at ? (a.name < b.name ? 1 : -1) : a.created_at < b.created_at ? 1 : -1
  );
  const seen = new Map<BackupType, number>();
  return newestFirst.filter((backup, position) => {
    const rank = (seen.get(backup.type) ?? 0) + 1;
    seen.set(backup.type, rank);
    return position > 0 && rank > (retention[backup.type] ?? Infinity);
  });
}
