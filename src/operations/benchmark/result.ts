import type {BenchmarkResult} from "../../pipeline/benchmarkLog.js";
import {distribution} from "./distribution.js";

/** What is told of a figure besides its measurements. */
export type Described = Pick<BenchmarkResult, "part" | "name" | "title" | "unit"> & Partial<BenchmarkResult>;

const NOTHING = {
  variant: "",
  queryClass: null,
  count: 0,
  minimum: null,
  p50: null,
  p95: null,
  p99: null,
  maximum: null,
  quantiles: [],
  cpuMs: null,
  rowCount: null,
  target: null,
  isEqual: null,
  note: null,
  sql: null,
  plan: null,
  baseline: null,
  change: null,
  isRegression: false
};

/** Returns a result with the distribution of the given measurements. */
export function measured(values: number[], described: Described): BenchmarkResult {
  return {...NOTHING, ...distribution(values), ...described};
}

/** Returns a result that says why nothing was measured. */
export function notMeasured(note: string, described: Described): BenchmarkResult {
  return {...NOTHING, ...described, note};
}
