import type {Parameters, Warehouse} from "../../warehouse/open.js";
import {type BenchmarkQuery, obstacle, readBenchmarkQueries} from "./benchmarkQuery.js";
import {drawParameters} from "./drawParameters.js";

/** A query with its sets of parameters, or with the reason why it has none to run with. */
export interface PreparedQuery {
  query: BenchmarkQuery;
  parameters: Parameters[];
  obstacle: string | null;
}

/** Draws the parameters of every query that can run on this warehouse. */
export async function prepareQueries(
  warehouse: Warehouse,
  options: {count: number; seed: number}
): Promise<PreparedQuery[]> {
  const prepared: PreparedQuery[] = [];
  for (const query of readBenchmarkQueries()) {
    const reason = await obstacle(warehouse, query);
    const parameters = reason === null ? await drawParameters(warehouse, query, options) : [];
    prepared.push({
      query,
      parameters,
      obstacle: reason ?? (parameters.length === 0 ? "there is nothing to ask for" : null)
    });
  }
  return prepared;
}
