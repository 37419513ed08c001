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
  durationMs: number;
}

/** A check’s result with every offending row as JSON text, in the check’s order. */
export interface CheckFinding extends CheckResult {
  rows: string[];
}

/** Returns the error-level checks that failed; any stops publication. */
export function failedErrors<T extends CheckResult>(results: T[]): T[] {
  return results.filter(({severity, failureCount}) => severity === "error" && failureCount > 0);
}

/** Returns one line per failed check: its name, its rows, and what to do. */
export function failureLines(results: CheckResult[]): string[] {
  return results
    .filter(({failureCount}) => failureCount > 0)
    .map(({name, severity, failureCount, because}) => {
      const rows = failureCount === 1 ? "1 row" : `${failureCount.toLocaleString("en-US")} rows`;
      return `${severity}: ${name} (${rows}): ${because}`;
    });
}
