import {quotedIdentifier} from "@duckdb/node-api";
import type {Config} from "../../config.js";
import {UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import {type CatalogObject, catalogDifferences, readCatalog} from "../archive/catalog.js";
import {contentOf, quotedTable} from "../archive/contentHash.js";
import {schemaStatements} from "../archive/schemaStatements.js";
import {type Difference, differencesOf, requireMode} from "./compareTables.js";
import {stagedName, STAGING} from "./names.js";
import {inDatabase, type Session, withSession} from "./session.js";
import {swapTables} from "./swapTables.js";
import {LOCAL} from "./target.js";

export type SyncMode = "initial" | "incremental";

export interface SyncOptions {
  mode: SyncMode;
  /** md:<database>, or the path of a DuckDB file. */
  target: string;
  /** Called before each step; a step that it throws in is never done. */
  onStep?: (label: string, share: number) => void;
}

export interface SyncResult {
  target: string;
  changed: {table: string; rows: number}[];
  unchanged: string[];
  removed: string[];
  /** Tables that an earlier, broken-off run had staged already. */
  resumed: string[];
  /** Views made anew; 0 where nothing had changed. */
  views: number;
}

/**
 * Makes the target equal to the published warehouse: tables whose content or definition differs are loaded into a
 * staging schema, compared there by row count and content hash, and swapped in together in one transaction, inside
 * which they are compared again; then the views and macros. Until that transaction commits, the target is as it was.
 * A run that breaks off is taken up again where it stopped; a run with nothing to do changes nothing.
 */
export async function syncTables(config: Config, options: SyncOptions): Promise<SyncResult> {
  return withSession(config, {target: options.target, create: true}, async (session) => {
    const step = options.onStep ?? (() => undefined);
    step("comparing", 0);
    await requireMode(session, options.mode);
    const schema = await inDatabase(session.warehouse, LOCAL, () => schemaStatements(session.warehouse));
    const difference = await differencesOf(session);
    if (await isSettled(session, difference)) {
      await dropStaging(session);
      return {
        target: options.target,
        changed: [],
        unchanged: difference.unchanged,
        removed: [],
        resumed: [],
        views: 0
      };
    }
    const resumed = await stage(session, difference, step);
    step("swapping in", 0.9);
    await inDatabase(session.warehouse, session.target.database, () =>
      swapTables(session, difference, {schema, beforeCommit: () => step("committing", 0.95)})
    );
    step("clearing up", 0.98);
    await dropStaging(session);
    return {
      target: options.target,
      changed: difference.changed.map(({schema: name, table, rows}) => ({table: `${name}.${table}`, rows})),
      unchanged: difference.unchanged,
      removed: difference.removed.map(({schema: name, table}) => `${name}.${table}`),
      resumed,
      views: schema.filter((statement) => statement.startsWith("CREATE VIEW")).length
    };
  });
}

/** Says whether the target is equal already, its views and macros included. */
async function isSettled({warehouse, target}: Session, {changed, removed}: Difference): Promise<boolean> {
  if (changed.length || removed.length) return false;
  const here = await inDatabase(warehouse, LOCAL, () => readCatalog(warehouse));
  const there = await inDatabase(warehouse, target.database, () => readCatalog(warehouse));
  const models = (objects: CatalogObject[]) =>
    objects.filter(({kind}) => kind === "view" || kind === "macro");
  return catalogDifferences(models(here), models(there)).length === 0;
}

async function stage(
  {warehouse, target}: Session,
  {changed}: Difference,
  step: (label: string, share: number) => void
): Promise<string[]> {
  if (!changed.length) return [];
  const {database} = target;
  await warehouse.run(
    `create schema if not exists ${quotedIdentifier(database)}.${quotedIdentifier(STAGING)}`
  );
  const resumed: string[] = [];
  for (const [i, table] of changed.entries()) {
    step(`loading ${table.schema}.${table.table}`, (0.85 * i) / changed.length);
    const staged = {database, ...stagedName(table)};
    if (await isEqual(warehouse, staged, table)) {
      resumed.push(`${table.schema}.${table.table}`);
      continue;
    }
    const source = quotedTable({database: LOCAL, schema: table.schema, table: table.table});
    await warehouse.run(`create or replace table ${quotedTable(staged)} as from ${source}`);
    if (!(await isEqual(warehouse, staged, table)))
      throw new UserError(
        `not loaded whole: ${table.schema}.${table.table} into ${target.path}; the target is unchanged, run again`
      );
  }
  return resumed;
}

async function isEqual(
  warehouse: Warehouse,
  name: {database: string; schema: string; table: string},
  expected: {rows: number; hash: string}
): Promise<boolean> {
  const [row] = await warehouse.rows<{exists: boolean}>(
    `select count(*) > 0 as exists from duckdb_tables()
     where database_name = $database and schema_name = $schema and table_name = $table`,
    name
  );
  if (!row!.exists) return false;
  const {rows, hash} = await contentOf(warehouse, name);
  return rows === expected.rows && hash === expected.hash;
}

async function dropStaging({warehouse, target}: Session): Promise<void> {
  await warehouse.run(
    `drop schema if exists ${quotedIdentifier(target.database)}.${quotedIdentifier(STAGING)} cascade`
  );
}
