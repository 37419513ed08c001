import {readFileSync, writeFileSync} from "node:fs";
import type {MeasuredStep} from "./measuredRun.js";

/** Watches a process from outside: processor time and highest memory, in all and by the steps it names. */
export class StepMeter {
  readonly done: MeasuredStep[] = [];
  /** Processor time of all of its threads so far; null where the system does not tell. */
  cpuMs: number | null = null;
  /** The most memory that it held so far, bytes; null where the system does not tell. */
  peakBytes: number | null = null;
  private current: (Omit<MeasuredStep, "durationMs"> & {startedAt: number}) | null = null;

  constructor(
    private readonly pid: number,
    private readonly onStep: (step: MeasuredStep) => void
  ) {}

  /** Reads what the process has used; a process that is gone leaves the last figures. */
  look(): void {
    this.cpuMs = cpuOf(this.pid) ?? this.cpuMs;
    const peak = peakOf(this.pid);
    if (peak === null) return;
    this.peakBytes = Math.max(this.peakBytes ?? 0, peak);
    if (this.current) this.current.peakBytes = Math.max(this.current.peakBytes ?? 0, peak);
  }

  begin(step: string): void {
    this.end();
    forgetPeak(this.pid);
    this.current = {step, startedAt: performance.now(), cpuMs: this.cpuMs, peakBytes: null, rowCount: null};
  }

  /** Notes how many rows the present step has added so far. */
  count(rowCount: number): void {
    if (this.current) this.current.rowCount = rowCount;
  }

  end(): void {
    this.look();
    if (!this.current) return;
    const {step, startedAt, cpuMs, peakBytes, rowCount} = this.current;
    const used = this.cpuMs === null || cpuMs === null ? null : this.cpuMs - cpuMs;
    const measured = {step, durationMs: performance.now() - startedAt, cpuMs: used, peakBytes, rowCount};
    this.done.push(measured);
    this.current = null;
    this.onStep(measured);
  }
}

/** Linux keeps the high-water mark of a process’s resident memory. */
function peakOf(pid: number): number | null {
  const match = /VmHWM:\s+(\d+) kB/.exec(readProcess(pid, "status"));
  return match ? Number(match[1]) * 1024 : null;
}

/** Linux counts processor time in hundredths of a second: fields 14 and 15, counted behind the name in parentheses. */
function cpuOf(pid: number): number | null {
  const stat = readProcess(pid, "stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) * 10 : null;
}

/** Writing 5 to clear_refs sets Linux’s high-water mark back to what is held now. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // Without the right to do so, or on another system, a step’s peak is the highest so far.
  }
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
