import {quotedIdentifier} from "@duckdb/node-api";
import type {BenchmarkQuery} from "../benchmark/benchmarkQuery.js";
import type {TableUse} from "./queryColumns.js";

/** Something that could make a query faster: statements that change a copy of the warehouse, or the query itself. */
export interface Alternative {
  kind: "sort order" | "index" | "fewer columns" | "inverted table" | "threads";
  title: string;
  statements: string[];
  /** The query’s text where the alternative changes it. */
  text?: string;
}

/** Rows below which a table is read in no time, however it lies. */
const LARGE = 10_000;
const LIST_FILTER = /list_contains\(services, (\$\w+)\)/;

/** Returns what could help a query, from the tables it reads and the columns that it names. */
export function alternatives(query: BenchmarkQuery, uses: TableUse[], cpuCount: number): Alternative[] {
  const large = uses.filter(({rowCount}) => rowCount >= LARGE);
  return [
    ...large.flatMap(({table, filtered}) =>
      filtered.flatMap((column) => [sorted(table, column), indexed(table, column)])
    ),
    ...large.filter(({columns}) => columns.length > 0).map(({table, columns}) => narrowed(table, columns)),
    ...inverted(query),
    ...[1, cpuCount * 2].map((threads) => ({
      kind: "threads" as const,
      title: `threads = ${threads} instead of ${cpuCount}`,
      statements: [`set threads = ${threads}`]
    }))
  ];
}

function sorted(table: string, column: string): Alternative {
  const name = quotedIdentifier(column);
  return {
    kind: "sort order",
    title: `${table} sorted by ${column}`,
    statements: replaced(table, `select * from ${table} order by ${name}`)
  };
}

function indexed(table: string, column: string): Alternative {
  return {
    kind: "index",
    title: `an index on ${table} (${column})`,
    statements: [`create index tuned on ${table} (${quotedIdentifier(column)})`]
  };
}

function narrowed(table: string, columns: string[]): Alternative {
  const names = columns.map((column) => quotedIdentifier(column)).join(", ");
  return {
    kind: "fewer columns",
    title: `${table} with ${columns.length} columns alone`,
    statements: replaced(table, `select ${names} from ${table}`)
  };
}

function inverted({file}: BenchmarkQuery): Alternative[] {
  if (!LIST_FILTER.test(file.text)) return [];
  return [
    {
      kind: "inverted table",
      title: "a table of services and ids, sorted by service",
      statements: [
        `create table main.tuned as
         select unnest(services) as service_name, id from main.organizations order by service_name, id`
      ],
      text: file.text.replace(LIST_FILTER, "id in (select id from main.tuned where service_name = $1)")
    }
  ];
}

/** Views hold on to their table, so the table keeps its name and only its contents change. */
function replaced(table: string, select: string): string[] {
  return [`create temp table tuned as ${select}`, `create or replace table ${table} as from temp.tuned`];
}
