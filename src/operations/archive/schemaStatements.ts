import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {quotedString} from "@duckdb/node-api";
import {messageOf, UserError} from "../../error.js";
import {Warehouse} from "../../warehouse/open.js";

/**
 * Returns the CREATE statements of every object of the open database, in an order in which they can be run.
 * DuckDB’s EXPORT DATABASE spells them, but lists macros by name, so that one may come before another that it
 * calls; the order here is one that worked on an empty database. Comments are not among them.
 */
export async function schemaStatements(warehouse: Warehouse): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), "workbench-schema-"));
  try {
    await warehouse.run(
      `export database ${quotedString(scratch)} (format parquet, compression uncompressed)`
    );
    return await inWorkingOrder(statementsOf(readFileSync(join(scratch, "schema.sql"), "utf8")));
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

function statementsOf(script: string): string[] {
  return script
    .split(/;+\s*\n(?=CREATE |\s*$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

async function inWorkingOrder(statements: string[]): Promise<string[]> {
  const empty = await Warehouse.open(":memory:");
  try {
    const ordered: string[] = [];
    let pending = statements;
    while (pending.length) {
      const failures = await attempt(empty, pending, ordered);
      if (failures.length === pending.length)
        throw new UserError(
          `cannot order the schema: ${messageOf(failures[0]!.error)}; mend the warehouse’s schema`
        );
      pending = failures.map(({statement}) => statement);
    }
    return ordered;
  } finally {
    empty.close();
  }
}

async function attempt(empty: Warehouse, statements: string[], ordered: string[]) {
  const failures: {statement: string; error: unknown}[] = [];
  for (const statement of statements) {
    try {
      await empty.run(statement);
      ordered.push(statement);
    } catch (error) {
      failures.push({statement, error});
    }
  }
  return failures;
}
