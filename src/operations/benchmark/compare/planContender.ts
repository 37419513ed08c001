import {rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {quotedString} from "@duckdb/node-api";
import {Warehouse} from "../../../warehouse/open.js";
import {ConnectionPool} from "../../../warehouse/pool.js";
import {type Contender, dataText, questionText, statements, TABLES} from "./contender.js";

const NAME = "plan";

/** Builds the plan’s own schema in DuckDB, JSON columns and indexes, from the published warehouse. */
export async function planContender(folder: string, published: string): Promise<Contender> {
  const path = join(folder, "plan.duckdb");
  rmSync(path, {force: true});
  const start = performance.now();
  const warehouse = await Warehouse.open(path);
  for (const statement of statements(NAME, "schema")) await warehouse.run(statement);
  await warehouse.run(`attach ${quotedString(published)} as published (read_only)`);
  for (const table of TABLES) {
    await warehouse.run("use published");
    await warehouse.run(`insert into plan.main.${table} by name ${dataText(table)}`);
    await warehouse.run("use plan");
  }
  await warehouse.run("detach published");
  for (const statement of statements(NAME, "indexes")) await warehouse.run(statement);
  await warehouse.run("checkpoint");
  const buildMs = performance.now() - start;
  warehouse.close();
  const pool = await ConnectionPool.open(path, {size: 1});
  return {
    name: "DuckDB, the plan’s schema",
    note: "DuckDB with the plan’s own tables: JSON columns, its keys and its indexes; prepared statements",
    buildMs,
    megabytes: statSync(path).size / 1e6,
    ask: async (question, parameters) =>
      (await pool.rows(questionText(NAME, question), parameters)).map((row) => Object.values(row)),
    close: async () => pool.close()
  };
}
