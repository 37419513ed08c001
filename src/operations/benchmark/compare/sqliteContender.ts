import {rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {type Contender, questionText, statements} from "./contender.js";
import type {TableData} from "./tableData.js";

const NAME = "sqlite";

/** Builds a SQLite database with the plan’s tables and the indexes that suit the questions. */
export async function sqliteContender(folder: string, tables: TableData[]): Promise<Contender> {
  const {default: sqlite} = await import("node-sqlite3-wasm");
  const path = join(folder, "directory.sqlite");
  rmSync(path, {force: true});
  const start = performance.now();
  const database = new sqlite.Database(path);
  database.exec("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -200000; begin");
  for (const statement of statements(NAME, "schema")) database.exec(statement);
  for (const {table, columns, batches} of tables) {
    const values = columns.map((column) => `value ->> '$.${column}'`).join(", ");
    for (const batch of batches)
      database.run(`insert into ${table} (${columns.join(", ")}) select ${values} from json_each(?)`, [
        batch
      ]);
  }
  database.exec("commit");
  for (const statement of statements(NAME, "indexes")) database.exec(statement);
  const buildMs = performance.now() - start;
  const version = database.get("select sqlite_version() as version")!.version as string;
  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  return {
    name: "SQLite",
    note: `SQLite ${version} as WebAssembly (node-sqlite3-wasm), prepared statements; native SQLite is faster still`,
    buildMs,
    megabytes: statSync(path).size / 1e6,
    async ask(question, parameters) {
      const statement = prepared.get(question) ?? database.prepare(questionText(NAME, question));
      prepared.set(question, statement);
      const bound = Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [`$${name}`, value as string])
      );
      return statement.all(bound).map((row) => Object.values(row));
    },
    async close() {
      for (const statement of prepared.values()) statement.finalize();
      database.close();
    }
  };
}
