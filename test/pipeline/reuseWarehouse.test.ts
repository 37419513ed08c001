import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterEach, beforeEach, describe, expect, inject, it} from "vitest";
import {type Config, warehousePath} from "../../src/config.js";
import {build} from "../../src/pipeline/build.js";
import {buildInputs} from "../../src/pipeline/fingerprint.js";
import {isReusable} from "../../src/pipeline/reuseWarehouse.js";
import {Warehouse} from "../../src/warehouse/open.js";

const NOW = new Date("2025-09-01T00:00:00Z");

const fixtureState = resolve(inject("fixtureState"));

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "reuse-"))));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** Returns a state with a copy of the fixture warehouse, whose sources are those of the project. */
function fixtureCopy(name: string): Config {
  const state = join(folder, name);
  cpSync(fixtureState, state, {recursive: true});
  return {sources: "test/fixtures/sources", state, reference: null, database: "production"};
}

/** Returns a state with the fixture warehouse as if it had been built before the given input changed. */
async function stateBefore(changed: string): Promise<Config> {
  const config = fixtureCopy(changed);
  const warehouse = await Warehouse.open(warehousePath(config));
  for (const statement of [
    `update meta.build_inputs set fingerprint = 'earlier' where input = '${changed}'`,
    "update meta.builds set build_id = 'earlier', fingerprint = 'earlier', built_at = '2025-08-01'",
    "update meta.source_history set build_id = 'earlier'"
  ])
    await warehouse.run(statement);
  warehouse.close();
  return config;
}

const DESCRIPTIONS = `
  with relations as (
    select table_oid, 'table' as kind, comment from duckdb_tables() where database_name = current_database()
    union all
    select view_oid, 'view', comment from duckdb_views() where database_name = current_database()
  ), described as (
    select schema_name || '.' || table_name as name, table_oid,
      list({name: column_name, type: data_type, comment: comment} order by column_index) as columns
    from duckdb_columns()
    where database_name = current_database() and not internal
    group by all
  )
  select name, concat_ws(' ', kind, comment, columns) as text from described join relations using (table_oid)`;

/** What of a build tells the time. */
const TIMED: Record<string, string> = {check_results: "duration_ms", migrations: "applied_at"};

/** Returns the count and a hash of the rows of every table and view, apart from the steps of the build and what else tells the time. */
async function everythingIn(config: Config): Promise<Record<string, string>> {
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  const names = await warehouse.rows<{name: string}>(
    `select table_schema || '.' || table_name as name
    from information_schema.tables
    where table_catalog = current_database() order by name`
  );
  const found: Record<string, string> = {};
  for (const {name} of names) {
    const [schema, table] = name.split(".") as [string, string];
    const columns = TIMED[table] ? `* exclude (${TIMED[table]})` : "*";
    const [row] = await warehouse.rows(
      `select count(*)::varchar as count, sum(hash(t))::varchar as hash from (select ${columns} from "${schema}"."${table}") as t`
    );
    if (table !== "build_steps") found[name] = JSON.stringify(row);
  }
  for (const row of await warehouse.rows(DESCRIPTIONS))
    found[`${String(row.name)} as described`] = String(row.text);
  warehouse.close();
  return found;
}

it.each([
  ["marts", true],
  ["code", false],
  ["data", false],
  ["engine", false]
])("a warehouse from before a change of %s alone can be reused: %s", async (input, expected) => {
  const config = await stateBefore(input);
  expect(await isReusable(config, await buildInputs(config, config.sources!))).toBe(expected);
});

it("a build that may not reuse anything starts from the sources", async () => {
  const config = await stateBefore("code");
  const {steps} = await build(config, {now: NOW, mayReuse: true});
  expect(steps.map(({step}) => step)).toContain("land");
});

/** Goes to a folder with this program, the same sources and SQL of its own. */
function enterProject(): void {
  const project = join(folder, "project");
  mkdirSync(project);
  cpSync("sql", join(project, "sql"), {recursive: true});
  for (const name of ["src", "node_modules", "test"]) symlinkSync(resolve(name), join(project, name));
  process.chdir(project);
}

const replace = (path: string, from: string, to: string) => {
  const text = readFileSync(path, "utf8");
  expect(text, path).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

const MART = "sql/marts/added.sql";

/** Each is made after those above it; beside it, what is then made anew and what is not. */
const EDITS: [string, () => void, string[], string[]][] = [
  [
    "of a mart that others read, some through others, of another’s description, and of a check",
    () => {
      replace("sql/marts/coverage_organizations.sql", "select", "select distinct");
      replace("sql/marts/overview.sql", "grain: ", "grain: still ");
      replace("sql/checks/completeness_state.sql", "> (select", ">= 0 * (select");
    },
    [
      "marts.coverage_shown",
      "checks.coverage_counts_add_up",
      "checks.completeness_state",
      "marts.data_dictionary"
    ],
    ["marts.organization_kinds", "marts.state_summary", "checks.keys_are_unique"]
  ],
  [
    "of headline numbers, which the comparison reads, and one that makes a view of a table",
    () => {
      replace("sql/marts/headline_numbers.sql", "count(*)", "count(*) + 1");
      replace("sql/marts/state_summary.sql", "-- source", "-- materialized: view\n-- source");
    },
    ["marts.headline_numbers", "marts.state_summary", "main.state_summary"],
    ["marts.coverage_shown", "checks.coverage_counts_add_up", "checks.completeness_state"]
  ],
  [
    "of a view, and one that adds a mart, a view that reads it and a check that finds something in that",
    () => {
      replace("sql/views/state_summary.sql", "*", "*, 1 as one");
      writeFileSync(MART, "-- grain: one row\nselect count(*)::integer as n from marts.overview");
      writeFileSync("sql/views/added.sql", "-- grain: one row\nselect * from marts.added");
      writeFileSync(
        "sql/checks/added.sql",
        "-- severity: warning\n-- table: marts.added\n-- because: it is new\nselect * from main.added"
      );
    },
    ["main.state_summary", "marts.added", "main.added", "checks.added"],
    ["marts.state_summary", "marts.overview"]
  ],
  [
    "that gives the mart another column",
    () => replace(MART, "as n", "as n, 'x' as another"),
    ["marts.added", "main.added", "checks.added"],
    ["marts.overview"]
  ],
  [
    "that removes them",
    () => {
      for (const schema of ["marts", "views", "checks"]) rmSync(`sql/${schema}/added.sql`);
    },
    [],
    ["marts.overview"]
  ]
];

describe("in a project of its own", () => {
  const root = process.cwd();
  beforeEach(enterProject);
  afterEach(() => process.chdir(root));

  it("after each of many edits everything is as a whole build makes it", async () => {
    const [reused, whole] = [fixtureCopy("reused"), fixtureCopy("whole")];
    for (const [i, [edit, make, made, kept]] of EDITS.entries()) {
      make();
      const now = new Date(NOW.getTime() + i * 60_000);
      const {reuse, recordCount, organizationCount} = await build(reused, {now, mayReuse: true});
      expect([...reuse!.remade]).toEqual(expect.arrayContaining(made));
      expect(kept.filter((name) => reuse!.remade.has(name))).toEqual([]);
      expect(await build(whole, {now})).toMatchObject({recordCount, organizationCount});
      expect(await everythingIn(reused), `after an edit ${edit}`).toEqual(await everythingIn(whole));
    }
  });

  it.each([
    ["a mart that does not bind", MART, "select nothing from marts.overview", "sql/marts/added.sql: "],
    [
      "an error-level check that fails",
      "sql/checks/added.sql",
      "-- severity: error\n-- table: marts.overview\n-- because: it is new\nselect 1 as one",
      "checks failed; published warehouse unchanged"
    ],
    [
      "a mart that no longer gives what another reads",
      "sql/marts/coverage_organizations.sql",
      "select 1 as one",
      "sql/marts/coverage_"
    ]
  ])("%s leaves the published warehouse as it was", async (_, path, text, message) => {
    const config = fixtureCopy("failed");
    const before = readFileSync(warehousePath(config));
    writeFileSync(path, text);
    await expect(build(config, {now: NOW, mayReuse: true})).rejects.toThrow(message);
    expect(readFileSync(warehousePath(config)).equals(before)).toBe(true);
    expect(readdirSync(config.state).filter((name) => name.startsWith("candidate"))).toEqual([]);
  });

  it("a file that takes the place of what a migration makes is not reused once it is gone", async () => {
    const config = fixtureCopy("taken");
    const path = "sql/views/networks.sql";
    writeFileSync(path, "-- grain: one row\nselect 1 as one");
    const warehouse = await Warehouse.open(warehousePath(config));
    await warehouse.run(`insert into meta.mart_files values ('${path}', '')`);
    warehouse.close();
    const inputs = await buildInputs(config, config.sources!);
    expect(await isReusable(config, inputs)).toBe(true);
    rmSync(path);
    expect(await isReusable(config, inputs)).toBe(false);
  });
});
