import {copyFileSync, existsSync} from "node:fs";
import {quotedIdentifier} from "@duckdb/node-api";
import {type Config, warehousePath} from "../config.js";
import {migrate} from "../warehouse/migrate.js";
import {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import type {BuildInputs} from "./fingerprint.js";
import {type BuildFacts, recordBuild} from "./recordBuild.js";

/** What the end of a build writes to meta, after the analyses, besides what says which build it is. */
const FINISHED = [
  "build_inputs",
  "build_steps",
  "change_counts",
  "check_failures",
  "check_results",
  "headline_changes",
  "record_changes"
];

/** Says whether the published warehouse differs from a build of the given inputs in nothing but marts, views and checks. */
export async function isReusable(config: Config, inputs: BuildInputs): Promise<boolean> {
  const path = warehousePath(config);
  if (!existsSync(path)) return false;
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    const recorded = await warehouse.rows("from duckdb_tables() where table_name = 'build_inputs'");
    if (recorded.length === 0) return false;
    const rows = await warehouse.rows<{input: string; fingerprint: string}>(
      "select input, fingerprint from meta.build_inputs"
    );
    const known = new Map(rows.map(({input, fingerprint}) => [input, fingerprint]));
    const {marts: _, ...others} = inputs;
    return Object.entries(others).every(([input, fingerprint]) => known.get(input) === fingerprint);
  } finally {
    warehouse.close();
  }
}

/** Copies the published warehouse to the candidate’s path, where it can be opened. */
export function copyPublished(config: Config, candidate: string): void {
  copyFileSync(warehousePath(config), candidate);
}

/** Takes a copy of a published warehouse back to where its analyses were done, as the build of the given facts. */
export async function reuseWarehouse(
  warehouse: Warehouse,
  facts: Omit<BuildFacts, "archive">
): Promise<void> {
  await dropModels(warehouse);
  for (const table of FINISHED) await warehouse.run(`delete from meta.${quotedIdentifier(table)}`);
  await recordAnew(warehouse, facts);
}

/** Makes what another build has loaded into a warehouse that of the given build; the archive of records stays. */
export async function recordAnew(warehouse: Warehouse, facts: Omit<BuildFacts, "archive">): Promise<void> {
  const [{archive}] = (await warehouse.rows("select records_archive as archive from meta.builds")) as [
    {archive: string}
  ];
  for (const table of ["builds", "source_history"]) await warehouse.run(`delete from meta.${table}`);
  await recordBuild(warehouse, {...facts, archive});
  const history = readSqlFile("sql/meta/source_history.sql").text;
  await warehouse.run(`insert into meta.source_history by name (${history}\n)`);
  // Deleted rows count among a table’s rows in the data dictionary until then.
  await warehouse.run("checkpoint");
}

interface Model {
  schema: string;
  name: string;
  kind: "table" | "view";
}

const MODELS = `
  select schema_name as schema, table_name as name, 'table' as kind
  from duckdb_tables()
  where database_name = current_database() and schema_name = 'marts'
  union all
  select schema_name, view_name, 'view'
  from duckdb_views()
  where database_name = current_database() and schema_name in ('main', 'marts') and not internal`;

/** Drops marts and views, also those whose files are gone; those that migrations made stay. */
async function dropModels(warehouse: Warehouse): Promise<void> {
  const bare = await Warehouse.open(":memory:");
  await migrate(bare);
  const migrated = (await bare.rows<Model & {[key: string]: string}>(MODELS)).map(nameOf);
  bare.close();
  for (const model of await warehouse.rows<Model & {[key: string]: string}>(MODELS))
    if (!migrated.includes(nameOf(model))) await warehouse.run(`drop ${model.kind} ${nameOf(model)}`);
}

function nameOf({schema, name}: Model): string {
  return `${quotedIdentifier(schema)}.${quotedIdentifier(name)}`;
}
