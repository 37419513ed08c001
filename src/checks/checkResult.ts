/** What a check found. */
export interface CheckResult {
  name: string;
  severity: "error" | "warning";
  /** The table that is checked. */
  table: string;
  /** Why it matters and what to do. */
  because: string;
  /** The number of offending rows; zero means that the check passed. */
  failureCount: number;
}

/** Returns the error-level checks that failed; any stops publication. */
export function failedErrors(results: CheckResult[]): CheckResult[] {
  return results.filter(({severity, failureCount}) => severity === "error" && failureCount > 0);
}
