import {appendFileSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {appendBenchmarkLog, readBenchmarkLog, type BenchmarkRun} from "../../src/pipeline/benchmarkLog.js";
import {recordBenchmarks} from "../../src/pipeline/recordBenchmarks.js";
import {measured, notMeasured} from "../../src/operations/benchmark/result.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

const run = (runId: string): BenchmarkRun => ({
  runId,
  startedAt: "2026-03-01T04:00:00.123Z",
  durationMs: 12.5,
  isQuick: true,
  machine: {
    machineId: "abcd",
    cpuModel: "a processor",
    cpuCount: 2,
    memoryMb: 8000,
    platform: "linux",
    nodeVersion: "v20",
    engineVersion: "v1.5.6"
  },
  loadAverage: 0.5,
  codeVersion: null,
  buildId: "b",
  fingerprint: "f",
  isSample: false,
  organizationCount: 3,
  levels: [
    {
      name: "write",
      title: "Writing",
      unit: "records/s",
      direction: "at least",
      target: 10,
      value: null,
      isMet: null,
      note: null
    }
  ],
  results: [
    measured([3, 1, 2], {part: "warm", name: "q", title: "Q", unit: "ms", isEqual: true, target: 10}),
    notMeasured("it is empty", {part: "warm", name: "r", title: "R", unit: "ms"})
  ],
  slow: [{name: "q", parameters: "{}", durationMs: 20, budgetMs: 10, plan: "a “plan”\nof two lines"}]
});

let state: string;
let warehouse: Warehouse;
beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), "workbench-benchmarks-"));
  warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
});
afterAll(() => {
  warehouse.close();
  rmSync(state, {recursive: true});
});

it("reads back every run of the log, past a line that was cut short", async () => {
  await appendBenchmarkLog({state}, run("1"));
  appendFileSync(join(state, "benchmarks.jsonl"), '{"runId": "torn');
  await appendBenchmarkLog({state}, run("2"));
  expect(readBenchmarkLog({state})).toEqual([run("1"), run("2")]);
});

it("copies the log into the warehouse, one row per run, result, level and slow statement", async () => {
  await recordBenchmarks(warehouse, [run("1"), run("2")]);
  await recordBenchmarks(warehouse, [run("1"), run("2")]);
  expect(
    await warehouse.rows("select run_id, started_at::varchar as at, cpu_count from meta.benchmark_runs")
  ).toEqual([
    {run_id: "1", at: "2026-03-01 04:00:00.123", cpu_count: 2},
    {run_id: "2", at: "2026-03-01 04:00:00.123", cpu_count: 2}
  ]);
  expect(
    await warehouse.rows(
      "select position, p50, len(quantiles)::integer as n, is_equal, note from meta.benchmark_results where run_id = '2'"
    )
  ).toEqual([
    {position: 1, p50: 2, n: 21, is_equal: true, note: null},
    {position: 2, p50: null, n: 0, is_equal: null, note: "it is empty"}
  ]);
  expect(await warehouse.rows("select is_met, target from meta.benchmark_levels")).toHaveLength(2);
  expect(await warehouse.rows("select plan from meta.slow_statements limit 1")).toEqual([
    {plan: "a “plan”\nof two lines"}
  ]);
});

it("leaves the tables empty where nothing was ever measured", async () => {
  await recordBenchmarks(warehouse, []);
  expect(await warehouse.rows("from meta.benchmark_results")).toEqual([]);
});
