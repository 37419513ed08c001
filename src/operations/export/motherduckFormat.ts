import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {schemaStatements} from "../archive/schemaStatements.js";
import {loadStatement, writeTables} from "../archive/writeTables.js";
import type {ExportFormat} from "./exportFormat.js";

const SCRIPT = "load.sql";

const HEADING = `-- Loads this folder into an empty DuckDB or MotherDuck database. Run it in this folder:
--
--   duckdb "md:" -c "create database recovery"
--   duckdb "md:recovery" < ${SCRIPT}
--
-- The token comes from the environment variable motherduck_token; it belongs in no file and no command line.
-- For a rehearsal without the service: duckdb rehearsal.duckdb < ${SCRIPT}
`;

/** A folder for MotherDuck: every table of the warehouse as Parquet, and the script that loads them in one transaction. */
export const motherduckFormat: ExportFormat = {
  summary: "a folder of Parquet and the script that loads it into MotherDuck",
  carries: () => true,
  async write(warehouse, folder) {
    const tables = await writeTables(warehouse, folder);
    const schema = await schemaStatements(warehouse);
    const comments = await warehouse.rows<{statement: string}>(readSqlFile("sql/archive/comments.sql").text);
    const loads = tables.map((table) => loadStatement(table, table.file));
    const statements = ["begin", ...schema, ...loads].map((text) => `${text};\n`).join("");
    const remarks = comments.map(({statement}) => `${statement}\n`).join("");
    writeFileSync(join(folder, SCRIPT), `${HEADING}${statements}${remarks}commit;\n`);
    return {script: SCRIPT};
  },
  /** The script makes the tables itself, so the empty ones that an import starts from go first. */
  async read(warehouse, folder, tables) {
    for (const {schema, table} of tables) await warehouse.run(`drop table "${schema}"."${table}"`);
    for (const schema of new Set(tables.map((table) => table.schema)))
      if (schema !== "main") await warehouse.run(`drop schema "${schema}"`);
    await warehouse.run(absolute(readFileSync(join(folder, SCRIPT), "utf8"), folder));
  }
};

/** DuckDB reads relative paths from the working folder, which an import does not change. */
function absolute(script: string, folder: string): string {
  return script.replaceAll(
    "read_parquet('data/",
    () => `read_parquet('${join(folder, "data").replaceAll("'", "''")}/`
  );
}
