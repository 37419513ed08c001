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
 * no parameters.
 */
export async function workloadQueries(warehouse: Warehouse): Promise<WorkloadQuery[]> {
  const views = await warehouse.rows<{name: string}>(
    `select view_name as name from duckdb_views()
     where database_name = current_database() and schema_name = 'main' and not internal order by name`
  );
  const benchmarks = existsSync("sql/benchmarks") ? readSqlFolder("sql/benchmarks") : [];
  return [
    ...views.map(({name}) => ({name, sql: `select * from main.${quotedIdentifier(name)}`})),
    ...benchmarks.filter(({text}) => !/\$\w/.test(text)).map(({name, text}) => ({name, sql: text}))
  ];
}
