import type {MeasuredStep} from "../operations/scale/measuredRun.js";
import type {ScalePoint} from "../operations/scale/measureScale.js";

const TITLES = [
  "scale",
  "organizations",
  "sources MB",
  "build s",
  "CPU s",
  "records/s",
  "peak MB",
  "warehouse MB",
  "archive MB",
  "snapshots MB"
];

/** Returns what a step took, in one line. */
export function stepLine({step, durationMs, cpuMs, peakBytes, rowCount}: MeasuredStep): string {
  const cpu = cpuMs === null ? "" : `, processor ${secondsText(cpuMs)}`;
  const peak = peakBytes === null ? "" : `, ${megabytes(peakBytes)} MB`;
  const rows = rowCount === null ? "" : `, ${rowCount.toLocaleString("en-US")} rows`;
  return `  ${step.padEnd(18)} ${secondsText(durationMs)}${cpu}${peak}${rows}`;
}

/** Returns the sizes side by side: a line of titles, and one for each. */
export function scaleTable(points: ScalePoint[]): string[] {
  const row = (cells: string[]) => cells.map((cell) => cell.padStart(13)).join("");
  const known = <T>(value: T | null, text: (value: T) => string) =>
    value === null ? "unknown" : text(value);
  return [
    row(TITLES),
    ...points.map((p) =>
      row([
        String(p.scale),
        known(p.organizationCount, (count) => count.toLocaleString("en-US")),
        megabytes(p.sourceBytes),
        (p.buildMs / 1000).toFixed(1),
        known(p.cpuMs, (ms) => (ms / 1000).toFixed(1)),
        known(p.recordCount, (count) => Math.round(count / (p.buildMs / 1000)).toLocaleString("en-US")),
        known(p.peakBytes, megabytes),
        known(p.warehouseBytes, megabytes),
        megabytes(p.archiveBytes),
        known(p.snapshotBytes, megabytes)
      ])
    )
  ];
}

export function secondsText(ms: number): string {
  return `${(ms / 1000).toFixed(2).padStart(8)} s`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
