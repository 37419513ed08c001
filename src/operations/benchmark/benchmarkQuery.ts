import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../error.js";
import {tablesRead} from "../../warehouse/dependencies.js";
import type {Warehouse} from "../../warehouse/open.js";
import {headerOf, readSqlFile, readSqlFolder, type SqlFile} from "../../warehouse/sqlFile.js";

export const QUERY_CLASSES = ["lookup", "geographic", "service", "network", "aggregation"] as const;
export type QueryClass = (typeof QUERY_CLASSES)[number];

/** A timed SELECT of sql/benchmarks. */
export interface BenchmarkQuery {
  name: string;
  title: string;
  queryClass: QueryClass;
  /** Service level of the 95th percentile, milliseconds. */
  budgetMs: number;
  file: SqlFile;
  /** The SELECT of all sets of parameters; null for a query without any. */
  draw: SqlFile | null;
}

/** Reads the queries, class by class. */
export function readBenchmarkQueries(folder = "sql/benchmarks"): BenchmarkQuery[] {
  const queries = readSqlFolder(folder).map((file) => readQuery(file, folder));
  return QUERY_CLASSES.flatMap((name) => queries.filter(({queryClass}) => queryClass === name));
}

function readQuery(file: SqlFile, folder: string): BenchmarkQuery {
  const queryClass = QUERY_CLASSES.find((name) => name === headerOf(file, "class"));
  if (!queryClass)
    throw new UserError(`unknown class in ${file.path}; choose one of ${QUERY_CLASSES.join(", ")}`);
  const budgetMs = Number(headerOf(file, "budget_ms"));
  if (!(budgetMs > 0)) throw new UserError(`budget_ms of ${file.path} is not a positive number`);
  const draw = file.header.draw === undefined ? null : join(folder, "draws", `${file.header.draw}.sql`);
  if (draw !== null && !existsSync(draw)) throw new UserError(`no such draw: ${draw}, named by ${file.path}`);
  const title = headerOf(file, "title");
  return {name: file.name, title, queryClass, budgetMs, file, draw: draw === null ? null : readSqlFile(draw)};
}

/** Returns why a query cannot run on this warehouse, such as an empty table; null where it can. */
export async function obstacle(warehouse: Warehouse, {file}: BenchmarkQuery): Promise<string | null> {
  for (const table of await tablesRead(warehouse, file)) {
    const [schema, name] = table.split(".");
    const [found] = await warehouse.rows(
      "from information_schema.tables where table_schema = $schema and table_name = $name",
      {schema: schema!, name: name!}
    );
    if (!found) return `this warehouse has no ${table}`;
    if ((await warehouse.rows(`from ${table} limit 1`)).length === 0) return `${table} is empty`;
  }
  return null;
}
