import type {Warehouse} from "../warehouse/open.js";
import type {CheckFinding} from "./checkResult.js";

/** Returns what the checks of a finished warehouse found, as recordChecks wrote it. */
export async function earlierFindings(warehouse: Warehouse): Promise<CheckFinding[]> {
  const findings = await warehouse.rows<Omit<CheckFinding, "rows">>(
    `select name, severity, table_name as "table", because, failure_count as "failureCount", duration_ms as "durationMs"
    from meta.check_results`
  );
  const rows = await warehouse.rows<{name: string; texts: string[]}>(
    "select name, list(failing_row::varchar order by position) as texts from meta.check_failures group by name"
  );
  const rowsOf = new Map(rows.map(({name, texts}) => [name, texts]));
  return findings.map((finding) => ({...finding, rows: rowsOf.get(finding.name) ?? []}));
}
