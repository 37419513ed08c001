import {copyFileSync, existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {schemaStatements} from "../archive/schemaStatements.js";
import {loadStatement, type WrittenTable} from "../archive/writeTables.js";

/** The three files that rebuild the warehouse, in the order in which to run them. */
export const SCRIPTS = {schema: "schema.sql", load: "load.sql", comments: "comments.sql"};

/**
 * Writes schema.sql, load.sql and comments.sql, so that any DuckDB client started in the backup’s folder can
 * rebuild the warehouse without the workbench. The schema is as DuckDB spells it; since its EXPORT DATABASE leaves
 * out comments, those have a file of their own.
 */
export async function writeSchema(
  warehouse: Warehouse,
  folder: string,
  tables: WrittenTable[]
): Promise<void> {
  const schema = await schemaStatements(warehouse);
  const comments = await warehouse.rows<{statement: string}>(readSqlFile("sql/archive/comments.sql").text);
  writeFileSync(join(folder, SCRIPTS.schema), schema.map((statement) => `${statement};\n`).join(""));
  writeFileSync(
    join(folder, SCRIPTS.load),
    tables.map((table) => `${loadStatement(table, table.file)};\n`).join("")
  );
  writeFileSync(join(folder, SCRIPTS.comments), comments.map(({statement}) => `${statement}\n`).join(""));
}

/**
 * Keeps the texts of the migrations that the warehouse has had and of the checks, so that a backup can be
 * judged by the rules of its own time. A migration whose file is gone from sql/ is left out.
 */
export function writeTexts(folder: string, migrations: string[], checks: string[]): void {
  for (const [kind, names] of [
    ["migrations", migrations],
    ["checks", checks]
  ] as const) {
    mkdirSync(join(folder, "sql", kind), {recursive: true});
    for (const name of names) {
      const source = join("sql", kind, `${name}.sql`);
      if (existsSync(source)) copyFileSync(source, join(folder, source));
    }
  }
}
