import {existsSync} from "node:fs";
import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import {type Job, runInLanes} from "../warehouse/lanes.js";
import {modelJobs} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import type {BuildInputs} from "./fingerprint.js";

const RECORDS = {organizations: "main.organizations", ledger: "meta.ledger"};
const COPIED = {
  headline_numbers: "marts.headline_numbers",
  build_inputs: "meta.build_inputs"
};
const RESULTS = ["record_changes", "change_counts", "headline_changes"];

/**
 * Compares the candidate with the published warehouse, if there is one, and records what changed: organizations
 * in meta.record_changes and meta.change_counts, headline numbers in meta.headline_changes, and the inputs of
 * the two builds in meta.build_inputs. A build of the same inputs takes over what the published one recorded,
 * so that building again does not wipe out the last change. A candidate that is a copy of the published one has its
 * records, of which none differs.
 */
export async function compareWithPublished(
  warehouse: Warehouse,
  published: string,
  {inputs, isCopy = false}: {inputs: BuildInputs; isCopy?: boolean}
): Promise<void> {
  const isFirst = !existsSync(published);
  await warehouse.attachScratch("changes");
  if (!isFirst) await warehouse.run(`attach ${quotedString(published)} as published (read_only)`);
  for (const [name, table] of Object.entries({...(!isCopy && RECORDS), ...COPIED}))
    await copyPrevious(warehouse, name, table);
  await recordInputs(warehouse, inputs, isFirst);
  if (isFirst || (await isAnyChanged(warehouse))) await recordChanges(warehouse, {isFirst, isCopy});
  else await takeOver(warehouse);
  await warehouse.run("detach changes");
  if (!isFirst) await warehouse.run("detach published");
}

/** Of a first build only the headline numbers are recorded: all records would be new. */
async function recordChanges(
  warehouse: Warehouse,
  {isFirst, isCopy}: {isFirst: boolean; isCopy: boolean}
): Promise<void> {
  const results = isFirst ? ["headline_changes"] : RESULTS;
  const models = await modelJobs(warehouse, "sql/analysis/changes", {schema: "changes", kind: "table"});
  if (isCopy) await warehouse.run("create table changes.record_changes as from meta.record_changes limit 0");
  const needed = isCopy ? ["change_counts", "headline_changes"] : isFirst ? results : undefined;
  const isNeeded = ({name}: Job) => needed?.includes(name.replace("changes.", "")) ?? true;
  await runInLanes(warehouse, models.filter(isNeeded));
  for (const name of results) await warehouse.run(`insert into meta.${name} by name from changes.${name}`);
}

async function takeOver(warehouse: Warehouse): Promise<void> {
  await warehouse.run("delete from meta.build_inputs");
  for (const name of ["build_inputs", ...RESULTS])
    await warehouse.run(`insert into meta.${name} by name from published.meta.${name} order by all`);
}

async function isAnyChanged(warehouse: Warehouse): Promise<boolean> {
  const rows = await warehouse.rows("from meta.build_inputs where is_changed");
  return rows.length > 0;
}

/** Copies a table of the published warehouse as far as it has the columns of the candidate’s. */
async function copyPrevious(warehouse: Warehouse, name: string, table: string): Promise<void> {
  const target = `changes.previous_${name}`;
  await warehouse.run(`create table ${target} as from ${table} limit 0`);
  const shared = await sharedColumns(warehouse, table);
  if (name === "organizations") await recordComparedColumns(warehouse, shared);
  const columns = shared.map(quotedIdentifier).join(", ");
  if (columns) await warehouse.run(`insert into ${target} by name select ${columns} from published.${table}`);
}

async function sharedColumns(warehouse: Warehouse, table: string): Promise<string[]> {
  const [schema, name] = table.split(".");
  const rows = await warehouse.rows<{column_name: string}>(
    `select column_name
    from duckdb_columns()
    where schema_name = $schema and table_name = $name and database_name in (current_database(), 'published')
    group by column_name, data_type
    having count(*) = 2
    order by column_name`,
    {schema: schema!, name: name!}
  );
  return rows.map(({column_name}) => column_name);
}

async function recordComparedColumns(warehouse: Warehouse, columns: string[]): Promise<void> {
  await warehouse.run(
    "create table changes.compared_columns as select unnest(from_json($names, '[\"varchar\"]')) as field",
    {
      names: JSON.stringify(columns)
    }
  );
}

/** An input that the published warehouse did not record counts as the same, unless that recorded none at all. */
async function recordInputs(warehouse: Warehouse, inputs: BuildInputs, isFirst: boolean): Promise<void> {
  for (const [input, fingerprint] of Object.entries(inputs))
    await warehouse.run(
      `insert into meta.build_inputs
      select $input, $fingerprint, previous.fingerprint,
        not $isFirst and previous.fingerprint is distinct from $fingerprint
          and (previous.fingerprint is not null or not exists (from changes.previous_build_inputs))
      from (select 1) left join changes.previous_build_inputs as previous on previous.input = $input`,
      {input, fingerprint, isFirst}
    );
}
