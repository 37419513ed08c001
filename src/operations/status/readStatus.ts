import {readSqlFile} from "../../warehouse/sqlFile.js";
import {Warehouse} from "../../warehouse/open.js";

export interface FileTotals {
  file: string;
  source: string;
  read: number;
  loaded: number;
  merged: number;
  quarantined: number;
}

export interface Status {
  buildId: string;
  /** When the build started, UTC, as text. */
  builtAt: string;
  isSample: boolean;
  engineVersion: string;
  codeVersion: string | null;
  files: FileTotals[];
  checks: {severity: string; passed: number; failed: number}[];
}

/** Reads what a published warehouse says of itself. */
export async function readStatus(path: string): Promise<Status> {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    const [build] = await warehouse.rows<Omit<Status, "files" | "checks">>(
      `select build_id as "buildId", strftime(built_at, '%Y-%m-%d %H:%M UTC') as "builtAt", is_sample as "isSample",
         engine_version as "engineVersion", code_version as "codeVersion" from meta.builds`
    );
    const files = await warehouse.rows<FileTotals>(readSqlFile("sql/analysis/status/file_totals.sql").text);
    const checks = await warehouse.rows<Status["checks"][number]>(
      readSqlFile("sql/analysis/status/check_totals.sql").text
    );
    return {...build!, files, checks};
  } finally {
    warehouse.close();
  }
}
