import {statSync} from "node:fs";
import {ConnectionPool} from "../../../warehouse/pool.js";
import {type Contender, QUESTIONS, questionText} from "./contender.js";

const NAME = "workbench";

export const WORKBENCH = "Recovery Workbench";

/** The published warehouse as it is. Where the program reads a materialized view, this one computes as the others do. */
export async function workbenchContender(path: string): Promise<Contender> {
  const pool = await ConnectionPool.open(path, {size: 1});
  const texts = new Map(QUESTIONS.map((question) => [question as string, questionText(NAME, question)]));
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
