import type {Warehouse} from "../warehouse/open.js";
import type {CheckFinding} from "./checkResult.js";

/** Writes what the checks found to meta.check_results, and every offending row to meta.check_failures. */
export async function recordChecks(warehouse: Warehouse, findings: CheckFinding[]): Promise<void> {
  await warehouse.append("meta.check_results", (appender) => {
    for (const finding of findings) {
      for (const key of ["name", "severity", "table", "because"] as const)
        appender.appendVarchar(finding[key]);
      appender.appendInteger(finding.failureCount);
      appender.appendDouble(finding.durationMs);
      appender.endRow();
    }
  });
  await warehouse.append("meta.check_failures", (appender) => {
    for (const {name, rows} of findings) {
      rows.forEach((row, i) => {
        appender.appendVarchar(name);
        appender.appendInteger(i + 1);
        appender.appendVarchar(row);
        appender.endRow();
      });
    }
  });
}
