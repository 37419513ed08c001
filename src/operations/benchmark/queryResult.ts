import type {BenchmarkResult} from "../../pipeline/benchmarkLog.js";
import type {AnswerChecker} from "./checkAnswers.js";
import {quantile} from "./distribution.js";
import {type Described, measured} from "./result.js";
import type {Timing} from "./timeQueries.js";

/** Returns the distribution of a query’s times, and whether every one of its answers was right. */
export function queryResult(timings: Timing[], check: AnswerChecker, described: Described): BenchmarkResult {
  const wrong = check(described.name, timings);
  return measured(
    timings.map(({durationMs}) => durationMs),
    {
      ...described,
      cpuMs: median(timings.map(({cpuMs}) => cpuMs)),
      rowCount: Math.round(median(timings.map(({rows}) => rows.length))),
      isEqual: wrong === null,
      note: wrong && `wrong answer: ${wrong}`
    }
  );
}

function median(values: number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}
