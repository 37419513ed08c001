import type {BenchmarkResult, BenchmarkRun, ServiceLevel} from "../../pipeline/benchmarkLog.js";

const PARTS: Record<BenchmarkResult["part"], string> = {
  warm: "Queries, warm",
  cold: "Queries, the first of a newly opened warehouse",
  load: "Load",
  throughput: "Throughput",
  comparison: "Beside what a user would pick instead",
  storage: "Storage",
  scale: "The same on warehouses of other sizes, by organizations"
};

/** Returns a run as lines of text: the service levels, each part as a table, and the warnings. */
export function benchmarkLines(run: BenchmarkRun): string[] {
  const {machine, organizationCount, results, levels, loadAverage} = run;
  const parts = Object.entries(PARTS).flatMap(([part, title]) =>
    partLines(
      title,
      results.filter((d) => d.part === part)
    )
  );
  return [
    `${organizationCount.toLocaleString("en-US")} organizations${run.isSample ? " (generated sample)" : ""}, ` +
      `build ${run.buildId}, DuckDB ${machine.engineVersion}`,
    `${machine.cpuCount} × ${machine.cpuModel}, ${Math.round(machine.memoryMb / 1000)} GB, load ${loadAverage.toFixed(1)}`,
    ...parts,
    "",
    "Service levels",
    ...levels.map(levelLine),
    ...warningLines(results),
    "",
    `${(run.durationMs / 1000).toFixed(1)} s; run ${run.runId} is in the log`
  ];
}

/** Returns one line for a service level: met, missed or not measured. */
export function levelLine({title, unit, direction, target, value, isMet, note}: ServiceLevel): string {
  const status = isMet === null ? "not run" : isMet ? "met    " : "MISSED ";
  const measured = value === null ? "–" : formatted(value);
  return `  ${status}  ${title}: ${measured} ${unit} (${direction} ${formatted(target)})${note ? `; ${note}` : ""}`;
}

function partLines(title: string, results: BenchmarkResult[]): string[] {
  if (results.length === 0) return [];
  const width = Math.max(...results.map((d) => label(d).length));
  const head = ["min", "p50", "p95", "p99", "CPU", "rows"].map((text) => text.padStart(10)).join("");
  return ["", `${title.padEnd(width + 2)}${head}`, ...results.map((result) => resultLine(result, width))];
}

function resultLine(result: BenchmarkResult, width: number): string {
  const {minimum, p50, p95, p99, cpuMs, rowCount, unit, isEqual, note} = result;
  if (p50 === null)
    return `  ${label(result).padEnd(width)}  ${result.name === "build" ? "" : "not run: "}${note}`;
  const numbers = [minimum, p50, p95, p99].map((value) => formatted(value!).padStart(10)).join("");
  const rows = (rowCount === null ? "" : rowCount.toLocaleString("en-US")).padStart(10);
  const remarks = [unit, isEqual === false ? "WRONG" : "", note ?? ""].filter(Boolean).join("; ");
  const cpu = (cpuMs === null ? "" : formatted(cpuMs)).padStart(10);
  return `  ${label(result).padEnd(width)}${numbers}${cpu}${rows}  ${remarks}`;
}

/** Returns a line for each figure that has become worse, with both figures; nothing where none has. */
export function warningLines(results: BenchmarkResult[]): string[] {
  const regressions = results.filter(({isRegression}) => isRegression);
  if (regressions.length === 0) return [];
  return [
    "",
    "Slower, or larger, than in any earlier run like this one on this machine",
    ...regressions.map(
      (d) =>
        `  warning: ${d.part} ${label(d)}: ${formatted(d.p50!)} ${d.unit} instead of ${formatted(d.baseline!)} (${Math.round(d.change! * 100)} % worse)`
    )
  ];
}

function label({name, variant}: BenchmarkResult): string {
  return variant === "" ? name : `${name}, ${variant}`;
}

function formatted(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", {minimumFractionDigits: digits, maximumFractionDigits: digits});
}
