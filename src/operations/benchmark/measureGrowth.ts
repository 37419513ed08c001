import type {BenchmarkResult} from "../../pipeline/benchmarkLog.js";
import {Warehouse} from "../../warehouse/open.js";
import {ConnectionPool} from "../../warehouse/pool.js";
import {answerChecker} from "./checkAnswers.js";
import {readDirectory} from "./directory.js";
import {prepareQueries} from "./prepareQueries.js";
import {queryResult} from "./queryResult.js";
import type {BenchmarkSettings} from "./settings.js";
import {timeWarm} from "./timeQueries.js";

export interface GrowthInputs {
  /** Warehouses of several sizes, the one under test among them. */
  paths: string[];
  settings: BenchmarkSettings;
  onProgress: (label: string) => void;
}

/**
 * Times every query on warehouses of several sizes, one size after another, with parameters drawn from each and
 * answers checked in each. The variant of a result is the number of organizations.
 */
export async function measureGrowth({paths, settings, onProgress}: GrowthInputs): Promise<BenchmarkResult[]> {
  const results: BenchmarkResult[] = [];
  for (const path of paths) {
    onProgress(`growth: ${path}`);
    results.push(...(await measureSize(path, settings)));
  }
  return results;
}

async function measureSize(path: string, {growthRuns, seed}: BenchmarkSettings): Promise<BenchmarkResult[]> {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    const directory = await readDirectory(warehouse);
    const check = answerChecker(directory);
    const prepared = await prepareQueries(warehouse, {count: growthRuns, seed});
    const runnable = prepared.filter(({obstacle}) => obstacle === null);
    const pool = await ConnectionPool.open(path, {size: 1});
    const timings = await timeWarm(pool, runnable, {rounds: growthRuns, seed}).finally(() => pool.close());
    return runnable.map(({query}) =>
      queryResult(timings.get(query.name)!, check, {
        part: "scale",
        name: query.name,
        variant: String(directory.organizations.length),
        title: query.title,
        unit: "ms",
        queryClass: query.queryClass,
        target: query.budgetMs
      })
    );
  } finally {
    warehouse.close();
  }
}
