import {existsSync, readFileSync} from "node:fs";
import {mkdir, open} from "node:fs/promises";
import {join} from "node:path";
import type {Config} from "../config.js";

/** What a run was made on. */
export interface Machine {
  /** A few digits that tell machines apart without naming them. */
  machineId: string;
  cpuModel: string;
  cpuCount: number;
  memoryMb: number;
  platform: string;
  nodeVersion: string;
  engineVersion: string;
}

/** One measured figure: a query, a way of writing, a size. */
export interface BenchmarkResult {
  part: "warm" | "cold" | "load" | "throughput" | "comparison" | "storage" | "scale";
  name: string;
  /** Engine, number of clients or scale, where the part has several. */
  variant: string;
  title: string;
  queryClass: string | null;
  unit: "ms" | "records/s" | "relationships/s" | "statements/s" | "MB";
  count: number;
  minimum: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  maximum: number | null;
  quantiles: number[];
  /** Median processor time of all threads, milliseconds, for what was timed one at a time: other programs hardly change it. */
  cpuMs: number | null;
  rowCount: number | null;
  /** Service level in the unit, where there is one. */
  target: number | null;
  /** Whether the result equals the independent computation; null where there is nothing to compare. */
  isEqual: boolean | null;
  /** Why it was not measured, or what else the reader must know. */
  note: string | null;
  sql: string | null;
  plan: string | null;
  /** Median of the same figure in earlier runs on the same machine. */
  baseline: number | null;
  /** Change for the worse against the baseline, as a share of it; negative for the better. */
  change: number | null;
  isRegression: boolean;
}

/** A promise of the plan, and what was measured of it. */
export interface ServiceLevel {
  name: string;
  title: string;
  unit: string;
  /** Whether the value must be at most or at least the target. */
  direction: "at most" | "at least";
  target: number;
  /** Null where it was not measured. */
  value: number | null;
  isMet: boolean | null;
  note: string | null;
}

/** A statement that took longer than its budget. */
export interface SlowStatement {
  name: string;
  parameters: string;
  durationMs: number;
  budgetMs: number;
  /** The plan with the time of each operator, from running the statement again at once. */
  plan: string;
}

export interface BenchmarkRun {
  runId: string;
  startedAt: string;
  durationMs: number;
  isQuick: boolean;
  machine: Machine;
  /** Mean number of running processes over the last minute, when the run began. */
  loadAverage: number;
  codeVersion: string | null;
  buildId: string;
  fingerprint: string;
  isSample: boolean;
  organizationCount: number;
  levels: ServiceLevel[];
  results: BenchmarkResult[];
  slow: SlowStatement[];
}

const FILE = "benchmarks.jsonl";

/**
 * Returns all runs, oldest first. The log is a file of its own that is only appended to, so that no rebuild and no
 * rollback loses a run; a line that a power failure cut short is left out.
 */
export function readBenchmarkLog({state}: Pick<Config, "state">): BenchmarkRun[] {
  const path = join(state, FILE);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as BenchmarkRun] : [];
      } catch {
        return [];
      }
    });
}

/** Appends a run to the log and returns once it is on the disk. */
export async function appendBenchmarkLog({state}: Pick<Config, "state">, run: BenchmarkRun): Promise<void> {
  await mkdir(state, {recursive: true});
  const file = await open(join(state, FILE), "a+");
  try {
    const {size} = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isTorn = size > 0 && last.toString() !== "\n";
    await file.write(`${isTorn ? "\n" : ""}${JSON.stringify(run)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
