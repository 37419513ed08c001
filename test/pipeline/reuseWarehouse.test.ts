import {cpSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, inject, it} from "vitest";
import {type Config, warehousePath} from "../../src/config.js";
import {build} from "../../src/pipeline/build.js";
import {buildInputs} from "../../src/pipeline/fingerprint.js";
import {isReusable} from "../../src/pipeline/reuseWarehouse.js";
import {Warehouse} from "../../src/warehouse/open.js";

const NOW = new Date("2025-09-01T00:00:00Z");

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "reuse-"))));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** Returns a state with the fixture warehouse as if it had been built before the given input changed. */
async function stateBefore(name: string, changed: string): Promise<Config> {
  const state = join(folder, name);
  cpSync(inject("fixtureState"), state, {recursive: true});
  const config: Config = {sources: "test/fixtures/sources", state, reference: null, database: "production"};
  const warehouse = await Warehouse.open(warehousePath(config));
  for (const statement of [
    `update meta.build_inputs set fingerprint = 'earlier' where input = '${changed}'`,
    "update meta.builds set build_id = 'earlier', fingerprint = 'earlier', built_at = '2025-08-01'",
    "update meta.source_history set build_id = 'earlier'",
    "create table marts.of_a_removed_file as select 1 as one",
    "create view main.of_a_removed_file as select 1 as one",
    "drop table marts.headline_numbers",
    "create table marts.headline_numbers as select 'organizations' as name, 'x' as title, 'y' as unit, 1 as position, 7::double as value"
  ])
    await warehouse.run(statement);
  warehouse.close();
  return config;
}

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
  warehouse.close();
  return found;
}

it("where only marts have changed, the analyses are reused and everything is as a whole build makes it", async () => {
  const [reused, whole] = [await stateBefore("reused", "marts"), await stateBefore("whole", "marts")];
  const {steps, ...result} = await build(reused, {now: NOW, mayReuse: true});
  const {steps: allSteps, ...expected} = await build(whole, {now: NOW});
  expect(steps.map(({step}) => step)).not.toContain("land");
  expect(allSteps.map(({step}) => step)).toContain("land");
  expect(result.recordCount).toBe(expected.recordCount);
  expect(result.organizationCount).toBe(expected.organizationCount);
  const [found, wanted] = [await everythingIn(reused), await everythingIn(whole)];
  expect(Object.keys(found)).toEqual(Object.keys(wanted));
  for (const name of Object.keys(wanted)) expect(found[name], name).toBe(wanted[name]);
});

it.each([
  ["marts", true],
  ["code", false],
  ["data", false],
  ["engine", false]
])("a warehouse from before a change of %s alone can be reused: %s", async (input, expected) => {
  const config = await stateBefore(input, input);
  expect(await isReusable(config, await buildInputs(config, config.sources!))).toBe(expected);
});

it("a build that may not reuse anything starts from the sources", async () => {
  const config = await stateBefore("code", "code");
  const {steps} = await build(config, {now: NOW, mayReuse: true});
  expect(steps.map(({step}) => step)).toContain("land");
});
