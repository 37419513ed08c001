import type {BenchmarkResult, ServiceLevel} from "../../pipeline/benchmarkLog.js";
import {QUERY_CLASSES} from "./benchmarkQuery.js";
import type {BenchmarkSettings} from "./settings.js";

const CLASS_TITLES = {
  lookup: "Lookups",
  geographic: "Geographic queries",
  service: "Service queries",
  network: "Network queries",
  aggregation: "Aggregations"
};

/**
 * Holds the results against what the plan promises: the slowest query of each class by its 95th percentile, the
 * share of all statements that is quick enough, and the rates and sizes.
 */
export function serviceLevels(
  results: BenchmarkResult[],
  durations: number[],
  {parameters}: Pick<BenchmarkSettings, "parameters">
): ServiceLevel[] {
  return [
    ...QUERY_CLASSES.map((name) => classLevel(name, results)),
    quickShare(durations, parameters),
    ...rateLevels(results, parameters),
    ...sizeLevels(results, parameters)
  ];
}

function classLevel(name: (typeof QUERY_CLASSES)[number], results: BenchmarkResult[]): ServiceLevel {
  const mine = results.filter(({part, queryClass}) => part === "warm" && queryClass === name);
  const slowest = mine
    .filter(({p95}) => p95 !== null)
    .sort((a, b) => b.p95! - a.p95!)
    .at(0);
  const wrong = mine.find(({isEqual}) => isEqual === false);
  const missing = mine.find(({p95}) => p95 === null);
  return level({
    name,
    title: `${CLASS_TITLES[name]}: 95 % of the slowest query’s runs`,
    unit: "ms",
    direction: "at most",
    target: mine[0]?.target ?? 0,
    value: slowest?.p95 ?? null,
    isWrong: wrong !== undefined,
    note: wrong?.note ?? missing?.note ?? null
  });
}

function quickShare(durations: number[], parameters: Record<string, number>): ServiceLevel {
  const limit = parameters.level_quick_ms!;
  const share = durations.filter((ms) => ms < limit).length / durations.length;
  return level({
    name: "quick_share",
    title: `Share of all statements within ${limit} ms`,
    unit: "share",
    direction: "at least",
    target: parameters.level_quick_share!,
    value: durations.length > 0 ? share : null
  });
}

function rateLevels(results: BenchmarkResult[], parameters: Record<string, number>): ServiceLevel[] {
  const rates = [
    {name: "write", title: "Writing: JSON lines into a table with a key", unit: "records/s"},
    {name: "read", title: "Reading into JavaScript: ten columns", unit: "records/s"},
    {name: "score", title: "Scoring relationships", unit: "relationships/s"}
  ];
  return rates.flatMap(({name, title, unit}) => {
    const found = results.find((d) => d.part === "throughput" && d.name === name);
    if (!found) return [];
    const target = parameters[`level_${name}_rate`]!;
    return [level({name, title, unit, direction: "at least", target, value: found.p50, note: found.note})];
  });
}

function sizeLevels(results: BenchmarkResult[], parameters: Record<string, number>): ServiceLevel[] {
  const sizes = [
    {name: "warehouse", title: "Size of the plan’s tables as a DuckDB file"},
    {name: "backup", title: "Size of a backup: every table as Parquet"},
    {name: "cache", title: "Size of the cached results (snapshots)"}
  ];
  return sizes.flatMap(({name, title}) => {
    const found = results.find((d) => d.part === "storage" && d.name === name);
    if (!found) return [];
    const target = parameters[`level_${name}_mb`]!;
    return [level({name, title, unit: "MB", direction: "at most", target, value: found.p50})];
  });
}

function level(
  given: Omit<ServiceLevel, "isMet" | "note"> & {isWrong?: boolean; note?: string | null}
): ServiceLevel {
  const {isWrong = false, note = null, ...rest} = given;
  const {value, target, direction} = rest;
  const isReached = value === null ? null : direction === "at most" ? value <= target : value >= target;
  return {...rest, isMet: isWrong ? false : isReached, note};
}
