import {readParameters} from "../../config/parameters.js";

/** How much a run measures: full, or less of everything. */
export interface BenchmarkSettings {
  isQuick: boolean;
  seed: number;
  runs: number;
  coldRuns: number;
  repeats: number;
  comparisonRuns: number;
  loadSeconds: number;
  poolSize: number;
  timeoutMs: number;
  starvationShare: number;
  regressionShare: number;
  slowKept: number;
  /** Every number of sql/parameters/benchmarks.csv by name. */
  parameters: Record<string, number>;
}

/** Reads sql/parameters/benchmarks.csv. */
export function benchmarkSettings({isQuick}: {isQuick: boolean}): BenchmarkSettings {
  const parameters = readParameters("benchmarks");
  const number = (name: string) => parameters[`benchmark_${name}`]!;
  const quick = isQuick ? "_quick" : "";
  return {
    isQuick,
    seed: number("seed"),
    runs: number(`runs${quick}`),
    coldRuns: number(`cold_runs${quick}`),
    repeats: number(`repeats${quick}`),
    comparisonRuns: number(`comparison_runs${quick}`),
    loadSeconds: number(`load${quick}_s`),
    poolSize: number("pool_size"),
    timeoutMs: number("statement_timeout_ms"),
    starvationShare: number("starvation_share"),
    regressionShare: number("regression_share"),
    slowKept: number("slow_kept"),
    parameters
  };
}
