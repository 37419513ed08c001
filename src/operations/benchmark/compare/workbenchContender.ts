import type {Warehouse} from "../../../warehouse/open.js";
import {readBenchmarkQueries} from "../benchmarkQuery.js";
import type {Contender} from "./contender.js";

export const WORKBENCH = "Recovery Workbench";

/** The published warehouse as it is, asked as the program asks it. */
export function workbenchContender(warehouse: Warehouse, megabytes: number): Contender {
  const texts = new Map(readBenchmarkQueries().map(({name, file}) => [name, file.text]));
  return {
    name: WORKBENCH,
    note: "DuckDB with lists and structures, sorted by state, city and name; the file holds all marts too",
    buildMs: null,
    megabytes,
    ask: async (question, parameters) =>
      (await warehouse.rows(texts.get(question)!, parameters)).map((row) => Object.values(row)),
    close: async () => {}
  };
}
