import {mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {Config} from "../../src/config.js";
import {layFoundation, prepareFoundation} from "../../src/pipeline/foundation.js";
import {Warehouse} from "../../src/warehouse/open.js";

const folder = mkdtempSync(join(tmpdir(), "workbench-foundation-"));
const reference = join(folder, "reference");
const config: Config = {sources: null, state: folder, reference, database: "production"};
/** Of no other test, so that the first of these makes its own. */
const program = {code: folder, engine: "test"};
let count = 0;

beforeAll(() => mkdirSync(reference));
afterAll(() => rmSync(folder, {recursive: true}));

const figures = (people: number) =>
  writeFileSync(join(reference, "county-2020.csv"), `FIPS,TotPop\n1001,${people}\n`);

async function lay(): Promise<string> {
  const path = join(folder, `candidate-${++count}.duckdb`);
  await layFoundation(path, config, program);
  return path;
}

async function populationIn(path: string): Promise<unknown> {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  const rows = await warehouse.rows(
    "select value, vintage from reference.county_figures where county_fips = '01001' and measure = 'population'"
  );
  warehouse.close();
  return rows[0];
}

it("is made once, and copied byte for byte for the next build", async () => {
  figures(55_639);
  const [first, second] = [await lay(), await lay()];
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  expect(await populationIn(second)).toEqual({value: 55_639, vintage: "2020"});
});

it("is made ahead once, and a build then copies it", async () => {
  figures(57_000);
  expect(await prepareFoundation(config, program)).toBe(true);
  expect(await prepareFoundation(config, program)).toBe(false);
  expect(await populationIn(await lay())).toEqual({value: 57_000, vintage: "2020"});
});

it("is made anew where a reference file, or the year in its name, changes", async () => {
  figures(59_285);
  expect(await populationIn(await lay())).toEqual({value: 59_285, vintage: "2020"});
  renameSync(join(reference, "county-2020.csv"), join(reference, "county-2023.csv"));
  expect(await populationIn(await lay())).toEqual({value: 59_285, vintage: "2023"});
});

it("holds every migration, seed and parameter, and no organization", async () => {
  const warehouse = await Warehouse.open(await lay(), {readOnly: true});
  const [row] = await warehouse.rows(
    `select
       (select count(*)::integer from meta.migrations) as migrations,
       (select count(*)::integer from (describe main.organizations)) as columns,
       (select count(*)::integer from reference.states where kind = 'state') as states,
       (select count(*) > 0 from meta.parameters) as has_parameters,
       (select count(*)::integer from main.organizations) as organizations`
  );
  warehouse.close();
  expect(row).toMatchObject({states: 50, has_parameters: true, organizations: 0});
  expect((row as {migrations: number}).migrations).toBeGreaterThan(20);
  expect((row as {columns: number}).columns).toBeGreaterThan(30);
});
