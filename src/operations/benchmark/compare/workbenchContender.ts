import {statSync} from "node:fs";
import {ConnectionPool} from "../../../warehouse/pool.js";
import {readSqlFolder} from "../../../warehouse/sqlFile.js";
import {readBenchmarkQueries} from "../benchmarkQuery.js";
import type {Contender} from "./contender.js";

/** Questions that the program reads from materialized views, computed as the other contenders must. */
const COMPUTED = "sql/benchmarks/comparison/workbench";

export const WORKBENCH = "Recovery Workbench";

/** The published warehouse as it is, asked as the program asks it, except that nothing is read from materialized views. */
export async function workbenchContender(path: string): Promise<Contender> {
  const pool = await ConnectionPool.open(path, {size: 1});
  const files = [...readBenchmarkQueries().map(({file}) => file), ...readSqlFolder(COMPUTED)];
  const texts = new Map(files.map(({name, text}) => [name, text]));
  return {
    name: WORKBENCH,
    note: "DuckDB with lists and structures, sorted by state and geohash, prepared statements, counts computed and not read from materialized views; the file holds all marts too",
    buildMs: null,
    megabytes: statSync(path).size / 1e6,
    ask: async (question, parameters) =>
      (await pool.rows(texts.get(question)!, parameters)).map((row) => Object.values(row)),
    close: async () => pool.close()
  };
}
