import {UserError} from "../error.js";
import {runInLanes} from "../warehouse/lanes.js";
import {naming} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {headerOf, readSqlFolder, type SqlFile} from "../warehouse/sqlFile.js";
import type {CheckFinding} from "./checkResult.js";

/** Runs checks, by default all, without writing anything. A check is a SELECT of offending rows: none means that it passed. */
export async function runChecks(
  warehouse: Warehouse,
  files: SqlFile[] = readSqlFolder("sql/checks")
): Promise<CheckFinding[]> {
  const findings: CheckFinding[] = [];
  await runInLanes(
    warehouse,
    files.map((file, i) => ({
      name: file.name,
      after: [],
      run: (lane) => naming(file, async () => void (findings[i] = await runCheck(lane, file)))
    }))
  );
  return findings;
}

async function runCheck(warehouse: Warehouse, file: SqlFile): Promise<CheckFinding> {
  const started = performance.now();
  const {failing_row: rows = []} = await warehouse.columns(
    `select to_json(failing)::varchar as failing_row from (${file.text}\n) as failing`
  );
  return {
    name: file.name,
    severity: severityOf(file),
    table: headerOf(file, "table"),
    because: headerOf(file, "because"),
    failureCount: rows.length,
    durationMs: performance.now() - started,
    rows: rows as string[]
  };
}

function severityOf(file: SqlFile): CheckFinding["severity"] {
  const severity = headerOf(file, "severity");
  if (severity !== "error" && severity !== "warning")
    throw new UserError(`unknown severity: ${severity} in ${file.path}; use error or warning`);
  return severity;
}
