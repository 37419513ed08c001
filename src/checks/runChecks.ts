import {UserError} from "../error.js";
import {naming} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {headerOf, readSqlFolder, type SqlFile} from "../warehouse/sqlFile.js";
import type {CheckResult} from "./checkResult.js";

/**
 * Runs every check and records its result in meta.check_results and its offending rows in
 * meta.check_failures. A check is a SELECT of offending rows: no rows means that it passed.
 */
export async function runChecks(warehouse: Warehouse, folder = "sql/checks"): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const file of readSqlFolder(folder)) results.push(await naming(file, () => runCheck(warehouse, file)));
  return results;
}

async function runCheck(warehouse: Warehouse, file: SqlFile): Promise<CheckResult> {
  const started = performance.now();
  const {name} = file;
  await warehouse.run(
    `insert into meta.check_failures
     select $name, row_number() over ()::integer, to_json(failing) from (${file.text}\n) as failing`,
    {name}
  );
  const [row] = await warehouse.rows<{n: number}>(
    "select count(*)::integer as n from meta.check_failures where name = $name",
    {name}
  );
  const result: CheckResult = {
    name,
    severity: severityOf(file),
    table: headerOf(file, "table"),
    because: headerOf(file, "because"),
    failureCount: row!.n
  };
  await warehouse.run(
    "insert into meta.check_results values ($name, $severity, $table, $because, $failureCount::integer, $duration::double)",
    {...result, duration: performance.now() - started}
  );
  return result;
}

function severityOf(file: SqlFile): CheckResult["severity"] {
  const severity = headerOf(file, "severity");
  if (severity !== "error" && severity !== "warning")
    throw new UserError(`unknown severity: ${severity} in ${file.path}; use error or warning`);
  return severity;
}
