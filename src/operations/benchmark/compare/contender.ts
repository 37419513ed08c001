import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Parameters} from "../../../warehouse/open.js";
import {readSqlFile} from "../../../warehouse/sqlFile.js";
import type {AnswerRow} from "../sameRows.js";

/** A way to keep and question the directory that a user could pick instead. */
export interface Contender {
  name: string;
  /** What it is made of, for the reader. */
  note: string;
  /** Time from the data in memory to the last index, milliseconds; null where it was there already. */
  buildMs: number | null;
  /** Size on the disk; null where there is none. */
  megabytes: number | null;
  ask(question: string, parameters: Parameters): Promise<AnswerRow[]>;
  close(): Promise<void>;
}

const FOLDER = "sql/benchmarks/comparison";

/** Questions of the comparison: files of sql/benchmarks that every contender can answer. */
export const QUESTIONS = [
  "organization_by_id",
  "organizations_in_city",
  "service_in_state",
  "service_count",
  "relationships_of_organization",
  "state_and_type",
  "top_services"
] as const;

/** Tables that every contender loads, in this order. */
export const TABLES = ["organizations", "services", "organization_services", "networks"] as const;

/** Returns the text of a question in a contender’s own words, in those that several share, or in the workbench’s. */
export function questionText(contender: string, question: string): string {
  const paths = [
    join(FOLDER, contender, `${question}.sql`),
    join(FOLDER, "shared", `${question}.sql`),
    join("sql/benchmarks", `${question}.sql`)
  ];
  return readSqlFile(paths.find((path) => existsSync(path))!).text;
}

/** Returns the statements of a contender’s schema.sql or indexes.sql. */
export function statements(contender: string, file: "schema" | "indexes"): string[] {
  return readSqlFile(join(FOLDER, contender, `${file}.sql`)).text.split(";");
}

/** Returns the SELECT of a table’s data from the warehouse. */
export function dataText(table: (typeof TABLES)[number]): string {
  return readSqlFile(join(FOLDER, "data", `${table}.sql`)).text;
}
