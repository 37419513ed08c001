import type {BenchmarkResult, SlowStatement} from "../../pipeline/benchmarkLog.js";
import type {Warehouse} from "../../warehouse/open.js";
import {ConnectionPool} from "../../warehouse/pool.js";
import type {AnswerChecker} from "./checkAnswers.js";
import {explain} from "./explain.js";
import type {PreparedQuery} from "./prepareQueries.js";
import {queryResult} from "./queryResult.js";
import {notMeasured} from "./result.js";
import type {BenchmarkSettings} from "./settings.js";
import {slowStatements} from "./slowStatements.js";
import {timeCold, timeWarm} from "./timeQueries.js";

export interface QueryMeasurements {
  results: BenchmarkResult[];
  slow: SlowStatement[];
  /** Every warm statement, milliseconds. */
  durations: number[];
}

export interface QueryInputs {
  path: string;
  prepared: PreparedQuery[];
  check: AnswerChecker;
  settings: BenchmarkSettings;
  onProgress: (label: string, share?: number) => void;
}

/** Times every query warm and cold and compares every answer with the independent computation. */
export async function measureQueries(warehouse: Warehouse, inputs: QueryInputs): Promise<QueryMeasurements> {
  const {path, prepared, check, settings, onProgress} = inputs;
  const runnable = prepared.filter((d) => d.obstacle === null);
  const {seed, poolThreads: threads} = settings;
  const open = () => ConnectionPool.open(path, {size: 1, threads});
  const pool = await open();
  const onRound = (share: number) => onProgress("queries, warm", share);
  const {runs: rounds, fixedShare} = settings;
  const warm = await timeWarm(pool, runnable, {rounds, seed, fixedShare, onRound}).finally(() =>
    pool.close()
  );
  onProgress("queries, cold");
  const cold = await timeCold(open, runnable, {rounds: settings.coldRuns, seed});
  const slow = await slowStatements(warehouse, runnable, {timings: warm, kept: settings.slowKept});
  const results: BenchmarkResult[] = [];
  for (const [i, {query, parameters, obstacle}] of prepared.entries()) {
    onProgress("compare with independent answers", i / prepared.length);
    const plan =
      obstacle === null ? await explain(warehouse, query.file.text, {parameters: parameters[0]!}) : null;
    for (const [part, timings] of [
      ["warm", warm],
      ["cold", cold]
    ] as const) {
      const described = {part, name: query.name, title: query.title, unit: "ms" as const, ...facts(query)};
      results.push(
        obstacle === null
          ? queryResult(timings.get(query.name)!, check, {...described, plan})
          : notMeasured(obstacle, described)
      );
    }
  }
  const durations = [...warm.values()].flat().map(({durationMs}) => durationMs);
  return {results, slow, durations};
}

function facts({queryClass, budgetMs, file}: PreparedQuery["query"]) {
  return {queryClass, target: budgetMs, sql: file.text};
}
