import {UserError} from "../../error.js";
import {type Content, contentOf} from "../archive/contentHash.js";
import {listTables, type TableShape} from "../archive/listTables.js";
import {LEDGER, STAGING} from "./names.js";
import {inDatabase, type Session} from "./session.js";
import type {SyncMode} from "./syncTables.js";
import {LOCAL} from "./target.js";

/** What must change for the target to be equal to the warehouse. */
export interface Difference {
  changed: (TableShape & Content)[];
  unchanged: string[];
  /** Tables that sync once made and the warehouse no longer has. */
  removed: {schema: string; table: string}[];
}

/** Compares both databases table by table: definition, comments, row count and content hash, as they are now. */
export async function differencesOf(session: Session): Promise<Difference> {
  const {warehouse, target} = session;
  const wanted = await inDatabase(warehouse, LOCAL, () => listTables(warehouse));
  const present = await inDatabase(warehouse, target.database, () => listTables(warehouse));
  const found = new Map(present.map((table) => [`${table.schema}.${table.table}`, table]));
  const difference: Difference = {changed: [], unchanged: [], removed: []};
  for (const table of wanted) {
    const name = {schema: table.schema, table: table.table};
    const content = await contentOf(warehouse, {database: LOCAL, ...name});
    const there = found.get(`${table.schema}.${table.table}`);
    const isSame =
      there !== undefined &&
      JSON.stringify(there) === JSON.stringify(table) &&
      JSON.stringify(await contentOf(warehouse, {database: target.database, ...name})) ===
        JSON.stringify(content);
    if (isSame) difference.unchanged.push(`${table.schema}.${table.table}`);
    else difference.changed.push({...table, ...content});
  }
  const kept = new Set(wanted.map(({schema, table}) => `${schema}.${table}`));
  difference.removed = (await ledger(session)).filter(
    ({schema, table}) => !kept.has(`${schema}.${table}`) && found.has(`${schema}.${table}`)
  );
  return difference;
}

/**
 * Refuses an initial sync into a database that holds tables which no sync made, lest it replace them, and an
 * incremental one into a database that was never synced.
 */
export async function requireMode(session: Session, mode: SyncMode): Promise<void> {
  const {warehouse, target} = session;
  const present = await inDatabase(warehouse, target.database, () => listTables(warehouse));
  const made = new Set((await ledger(session)).map(({schema, table}) => `${schema}.${table}`));
  const isSynced = present.some(({schema}) => schema === LEDGER.schema);
  const [foreign] = present.filter(
    ({schema, table}) => ![STAGING, LEDGER.schema].includes(schema) && !made.has(`${schema}.${table}`)
  );
  if (foreign)
    throw new UserError(
      `${target.path} holds ${foreign.schema}.${foreign.table}, which no sync made; use a database of its own`
    );
  if (mode === "incremental" && !isSynced)
    throw new UserError(`${target.path} was never synced; run workbench motherduck sync --initial first`);
}

async function ledger({warehouse, target}: Session): Promise<{schema: string; table: string}[]> {
  const [row] = await warehouse.rows<{exists: boolean}>(
    `select count(*) > 0 as exists from duckdb_tables()
     where database_name = $database and schema_name = $schema and table_name = $table`,
    {database: target.database, ...LEDGER}
  );
  if (!row!.exists) return [];
  return inDatabase(warehouse, target.database, () =>
    warehouse.rows(`select schema_name as schema, table_name as table from ${LEDGER.schema}.${LEDGER.table}`)
  );
}
