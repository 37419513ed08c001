import type {Warehouse} from "../warehouse/open.js";
import type {BenchmarkRun} from "./benchmarkLog.js";
import {replaceRows} from "./replaceRows.js";

/** Fills meta.benchmark_runs, benchmark_results, benchmark_levels and slow_statements from the log’s runs. */
export async function recordBenchmarks(warehouse: Warehouse, runs: BenchmarkRun[]): Promise<void> {
  await replaceRows(warehouse, "meta.benchmark_runs", runs.map(runRow));
  await replaceRows(warehouse, "meta.benchmark_results", runs.flatMap(resultRows));
  await replaceRows(warehouse, "meta.benchmark_levels", runs.flatMap(levelRows));
  await replaceRows(warehouse, "meta.slow_statements", runs.flatMap(slowRows));
}

function runRow({machine, ...run}: BenchmarkRun) {
  return {
    run_id: run.runId,
    started_at: run.startedAt.replace("T", " ").replace("Z", ""),
    duration_ms: run.durationMs,
    is_quick: run.isQuick,
    machine_id: machine.machineId,
    cpu_model: machine.cpuModel,
    cpu_count: machine.cpuCount,
    memory_mb: machine.memoryMb,
    platform: machine.platform,
    node_version: machine.nodeVersion,
    engine_version: machine.engineVersion,
    load_average: run.loadAverage,
    code_version: run.codeVersion,
    build_id: run.buildId,
    fingerprint: run.fingerprint,
    is_sample: run.isSample,
    organization_count: run.organizationCount
  };
}

function resultRows({runId, results}: BenchmarkRun) {
  return results.map((result, i) => ({
    run_id: runId,
    position: i + 1,
    part: result.part,
    name: result.name,
    variant: result.variant,
    title: result.title,
    query_class: result.queryClass,
    unit: result.unit,
    sample_count: result.count,
    minimum: result.minimum,
    p50: result.p50,
    p95: result.p95,
    p99: result.p99,
    maximum: result.maximum,
    quantiles: result.quantiles,
    cpu_ms: result.cpuMs,
    row_count: result.rowCount,
    target: result.target,
    is_equal: result.isEqual,
    note: result.note,
    sql_text: result.sql,
    plan: result.plan,
    baseline: result.baseline,
    change: result.change,
    is_regression: result.isRegression
  }));
}

function levelRows({runId, levels}: BenchmarkRun) {
  return levels.map(({isMet, ...level}, i) => ({run_id: runId, position: i + 1, ...level, is_met: isMet}));
}

function slowRows({runId, slow}: BenchmarkRun) {
  return slow.map(({name, parameters, durationMs, budgetMs, plan}) => ({
    run_id: runId,
    name,
    parameters,
    duration_ms: durationMs,
    budget_ms: budgetMs,
    plan
  }));
}
