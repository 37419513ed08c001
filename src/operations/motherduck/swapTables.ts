import {UserError} from "../../error.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import type {Warehouse} from "../../warehouse/open.js";
import {contentOf, quotedTable} from "../archive/contentHash.js";
import type {Difference} from "./compareTables.js";
import {LEDGER, stagedName} from "./names.js";
import type {Session} from "./session.js";
import {LOCAL} from "./target.js";
import {quotedIdentifier} from "@duckdb/node-api";

export interface SwapOptions {
  /** The warehouse’s CREATE statements, in a working order. */
  schema: string[];
  beforeCommit: () => void;
}

/**
 * Replaces the changed tables by their staged copies, drops those that are gone, makes the views and macros anew and
 * records it all, in one transaction of the target, which must be the current database. Throws, and changes nothing,
 * where a table does not come out equal.
 */
export async function swapTables(
  session: Session,
  difference: Difference,
  {schema, beforeCommit}: SwapOptions
): Promise<void> {
  const {warehouse, target} = session;
  const remarks = await commentsOf(warehouse);
  await warehouse.run(`use ${quotedIdentifier(target.database)}`);
  await warehouse.transaction(async () => {
    for (const table of [...difference.changed, ...difference.removed])
      await warehouse.run(`drop table if exists ${quotedTable({schema: table.schema, table: table.table})}`);
    const others = schema.filter((statement) => !statement.startsWith("CREATE TABLE"));
    const first = others.filter((statement) => FIRST.test(statement));
    for (const statement of first) await createObject(warehouse, statement);
    for (const {sql} of difference.changed) await warehouse.run(sql);
    for (const statement of others.filter((one) => !FIRST.test(one)))
      await createObject(warehouse, statement);
    for (const table of difference.changed) {
      const name = {schema: table.schema, table: table.table};
      await warehouse.run(`insert into ${quotedTable(name)} by name from ${quotedTable(stagedName(table))}`);
      const {rows, hash} = await contentOf(warehouse, name);
      if (rows !== table.rows || hash !== table.hash)
        throw new UserError(
          `${table.schema}.${table.table} did not arrive whole in ${target.path}; nothing was changed, run again`
        );
    }
    for (const remark of remarks) await warehouse.run(remark);
    await record(warehouse, difference);
    beforeCommit();
  });
}

/** What tables may refer to, and so has to be there before them. */
const FIRST = /^CREATE (SCHEMA|SEQUENCE|TYPE)/;

/** Makes a view or macro anew, and any other object where there is none. */
async function createObject(warehouse: Warehouse, statement: string): Promise<void> {
  await warehouse.run(
    /^CREATE (VIEW|MACRO)/.test(statement)
      ? statement.replace(/^CREATE /, "CREATE OR REPLACE ")
      : statement.replace(/^CREATE (UNIQUE INDEX|\w+) /, "CREATE $1 IF NOT EXISTS ")
  );
}

async function commentsOf(warehouse: Warehouse): Promise<string[]> {
  await warehouse.run(`use ${quotedIdentifier(LOCAL)}`);
  const rows = await warehouse.rows<{statement: string}>(readSqlFile("sql/archive/comments.sql").text);
  return rows.map(({statement}) => statement);
}

async function record(warehouse: Warehouse, {changed, removed}: Difference): Promise<void> {
  const name = `${LEDGER.schema}.${LEDGER.table}`;
  await warehouse.run(`create schema if not exists ${LEDGER.schema}`);
  await warehouse.run(
    `create table if not exists ${name} (
       schema_name varchar, table_name varchar, row_count bigint, content_hash varchar, synced_at timestamptz
     )`
  );
  for (const {schema, table} of [...changed, ...removed])
    await warehouse.run(`delete from ${name} where schema_name = $schema and table_name = $table`, {
      schema,
      table
    });
  for (const {schema, table, rows, hash} of changed)
    await warehouse.run(`insert into ${name} values ($schema, $table, $rows, $hash, now())`, {
      schema,
      table,
      rows,
      hash
    });
}
