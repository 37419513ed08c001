import {existsSync} from "node:fs";
import {quotedIdentifier} from "@duckdb/node-api";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFolder} from "../../warehouse/sqlFile.js";

export interface WorkloadQuery {
  name: string;
  sql: string;
}

/**
 * Returns the queries that stand for the warehouse’s use: every view of main, whole, and every benchmark that takes
 * no parameters and reads only what this warehouse has.
 */
export async function workloadQueries(warehouse: Warehouse): Promise<WorkloadQuery[]> {
  const views = await warehouse.rows<{name: string}>(
    `select view_name as name from duckdb_views()
     where database_name = current_database() and schema_name = 'main' and not internal order by name`
  );
  const benchmarks = existsSync("sql/benchmarks") ? readSqlFolder("sql/benchmarks") : [];
  const queries = [
    ...views.map(({name}) => ({name, sql: `select * from main.${quotedIdentifier(name)}`})),
    ...benchmarks.filter(({text}) => !/\$\w/.test(text)).map(({name, text}) => ({name, sql: text}))
  ];
  const runnable: WorkloadQuery[] = [];
  for (const query of queries) if (await canRun(warehouse, query)) runnable.push(query);
  return runnable;
}

/** A warehouse of an older schema lacks tables that a benchmark of today reads. */
async function canRun(warehouse: Warehouse, {sql}: WorkloadQuery): Promise<boolean> {
  return warehouse.run(`describe (${sql}\n)`).then(
    () => true,
    () => false
  );
}
