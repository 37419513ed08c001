import {copyFileSync, existsSync} from "node:fs";
import {quotedIdentifier} from "@duckdb/node-api";
import type {CheckFinding} from "../checks/checkResult.js";
import {earlierFindings} from "../checks/earlierFindings.js";
import {type Config, warehousePath} from "../config.js";
import {migrate} from "../warehouse/migrate.js";
import {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import type {BuildInputs} from "./fingerprint.js";
import {changedFiles, remadeNames} from "./remadeNames.js";
import {type BuildFacts, buildIdentity, recordBuild} from "./recordBuild.js";

/** What the end of a build writes to meta, after the analyses, besides what says which build it is. */
const FINISHED = [
  "build_inputs",
  "build_steps",
  "change_counts",
  "check_failures",
  "check_results",
  "headline_changes",
  "mart_files",
  "record_changes"
];

/** What a build that starts from the published warehouse makes anew; every table besides that and meta stays. */
export interface ReuseOfBuild {
  /** Identity of the build that it starts from, and its own: see buildIdentity. */
  from: string;
  to: string;
  /** “schema.name”, in lower case, of marts, views and checks. */
  remade: Set<string>;
}

export interface Reused extends ReuseOfBuild {
  /** What the other checks found. */
  findings: CheckFinding[];
}

/** Says whether the published warehouse differs from a build of the given inputs in nothing but marts, views and checks. */
export async function isReusable(config: Config, inputs: BuildInputs): Promise<boolean> {
  const path = warehousePath(config);
  if (!existsSync(path)) return false;
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    const recorded = await warehouse.rows("from duckdb_tables() where table_name = 'mart_files'");
    if (recorded.length === 0) return false;
    const rows = await warehouse.rows<{input: string; fingerprint: string}>(
      "select input, fingerprint from meta.build_inputs"
    );
    const known = new Map(rows.map(({input, fingerprint}) => [input, fingerprint]));
    const {marts: _, ...others} = inputs;
    if (!Object.entries(others).every(([input, fingerprint]) => known.get(input) === fingerprint))
      return false;
    return !(await areAnyMigrated((await changedFiles(warehouse)).gone));
  } finally {
    warehouse.close();
  }
}

/** Copies the published warehouse to the candidate’s path, where it can be opened. */
export function copyPublished(config: Config, candidate: string): void {
  copyFileSync(warehousePath(config), candidate);
}

/**
 * Takes a copy of a published warehouse back to where its analyses were done, as the build of the given facts, but for
 * the marts and views that this build will have too.
 */
export async function reuseWarehouse(
  warehouse: Warehouse,
  facts: Omit<BuildFacts, "archive">
): Promise<Reused> {
  const from = await buildIdentity(warehouse);
  const {changed, gone, earlier} = await changedFiles(warehouse);
  const remade = await remadeNames(warehouse, [...changed, ...gone]);
  const findings = (await earlierFindings(warehouse)).filter(({name}) => !remade.has(`checks.${name}`));
  await dropModels(
    warehouse,
    earlier.filter((name) => remade.has(name))
  );
  for (const table of FINISHED) await warehouse.run(`delete from meta.${quotedIdentifier(table)}`);
  await recordAnew(warehouse, facts);
  return {from, to: await buildIdentity(warehouse), remade, findings};
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

/** Drops those of the given marts and views that are there. */
async function dropModels(warehouse: Warehouse, names: string[]): Promise<void> {
  const models = await modelsOf(warehouse);
  for (const {kind, relation} of models.filter(({name}) => names.includes(name)))
    await warehouse.run(`drop ${kind} ${relation}`);
}

/** Says whether migrations make any of the given marts and views, which then come back once their files are gone. */
async function areAnyMigrated(names: string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const bare = await Warehouse.open(":memory:");
  try {
    await migrate(bare);
    return (await modelsOf(bare)).some(({name}) => names.includes(name));
  } finally {
    bare.close();
  }
}

interface Model {
  name: string;
  relation: string;
  kind: "table" | "view";
}

function modelsOf(warehouse: Warehouse): Promise<Model[]> {
  return warehouse.rows<Model & Record<string, unknown>>(
    `select lower(table_schema || '.' || table_name) as name,
      format('"{}"."{}"', table_schema, replace(table_name, '"', '""')) as relation,
      if(table_type = 'VIEW', 'view', 'table') as kind
    from information_schema.tables
    where table_catalog = current_database() and table_schema in ('main', 'marts')`
  );
}
