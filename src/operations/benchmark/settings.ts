import {readParameters} from "../../config/parameters.js";
import type {RegressionLimits} from "./regressions.js";

/** How much a run measures: full, or less of everything. */
export interface BenchmarkSettings {
  isQuick: boolean;
  seed: number;
  runs: number;
  coldRuns: number;
  /** Share of the rounds in which queries without parameters run. */
  fixedShare: number;
  repeats: number;
  comparisonRuns: number;
  /** Runs of each query on warehouses of other sizes. */
  growthRuns: number;
  loadSeconds: number;
  poolSize: number;
  /** Threads of each statement of the pool. */
  poolThreads: number;
  timeoutMs: number;
  starvationShare: number;
  regression: RegressionLimits;
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
    fixedShare: number("fixed_share"),
    repeats: number(`repeats${quick}`),
    comparisonRuns: number(`comparison_runs${quick}`),
    growthRuns: number(`growth_runs${quick}`),
    loadSeconds: number(`load${quick}_s`),
    poolSize: number("pool_size"),
    poolThreads: number("pool_threads"),
    timeoutMs: number("statement_timeout_ms"),
    starvationShare: number("starvation_share"),
    regression: {
      share: number("regression_share"),
      sizeShare: number("regression_size_share"),
      leastRuns: number("regression_runs")
    },
    slowKept: number("slow_kept"),
    parameters
  };
}
