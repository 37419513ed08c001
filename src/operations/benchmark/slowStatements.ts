import type {SlowStatement} from "../../pipeline/benchmarkLog.js";
import type {Warehouse} from "../../warehouse/open.js";
import {explain} from "./explain.js";
import type {PreparedQuery} from "./prepareQueries.js";
import type {Timing} from "./timeQueries.js";

/** Returns the slowest statements of each query among those over its budget, with the plan of running each again. */
export async function slowStatements(
  warehouse: Warehouse,
  prepared: PreparedQuery[],
  {timings, kept}: {timings: Map<string, Timing[]>; kept: number}
): Promise<SlowStatement[]> {
  const slow: SlowStatement[] = [];
  for (const {query} of prepared) {
    const over = timings.get(query.name)!.filter(({durationMs}) => durationMs > query.budgetMs);
    for (const {durationMs, parameters} of over.sort((a, b) => b.durationMs - a.durationMs).slice(0, kept))
      slow.push({
        name: query.name,
        parameters: JSON.stringify(parameters),
        durationMs,
        budgetMs: query.budgetMs,
        plan: await explain(warehouse, query.file.text, {parameters, analyze: true})
      });
  }
  return slow;
}
