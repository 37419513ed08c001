import {statSync} from "node:fs";
import {ConnectionPool} from "../../../warehouse/pool.js";
import {readBenchmarkQueries} from "../benchmarkQuery.js";
import type {Contender} from "./contender.js";

export const WORKBENCH = "Recovery Workbench";

/** The published warehouse as it is, asked as the program asks it. */
export async function workbenchContender(path: string): Promise<Contender> {
  const pool = await ConnectionPool.open(path, {size: 1});
  const texts = new Map(readBenchmarkQueries().map(({name, file}) => [name, file.text]));
  return {
    name: WORKBENCH,
    note: "DuckDB with lists and structures, sorted by state, city and name, prepared statements; the file holds all marts too",
    buildMs: null,
    megabytes: statSync(path).size / 1e6,
    ask: async (question, parameters) =>
      (await pool.rows(texts.get(question)!, parameters)).map((row) => Object.values(row)),
    close: async () => pool.close()
  };
}
