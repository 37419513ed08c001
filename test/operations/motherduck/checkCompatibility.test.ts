import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {type Config, warehousePath} from "../../../src/config.js";
import {createBackup} from "../../../src/operations/backup/createBackup.js";
import {checkCompatibility} from "../../../src/operations/motherduck/checkCompatibility.js";
import {estimateCost} from "../../../src/operations/motherduck/estimateCost.js";
import {migrationChecklist} from "../../../src/operations/motherduck/migrationChecklist.js";
import {migrate} from "../../../src/warehouse/migrate.js";
import {Warehouse} from "../../../src/warehouse/open.js";
import {readSqlFile, readSqlFolder} from "../../../src/warehouse/sqlFile.js";
import {publishFixture} from "../warehouseFixture.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

const state = mkdtempSync(join(tmpdir(), "workbench-rules-"));
const config: Config = {sources: null, state, reference: null, database: "production"};
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await Warehouse.open(warehousePath(config));
  await migrate(warehouse);
  warehouse.close();
});
afterAll(() => rmSync(state, {recursive: true}));

const found = async () =>
  new Map(
    (await checkCompatibility(config)).map(({name, findings}) => [name, findings.map((one) => one.name)])
  );

it("finds nothing in the schema that the migrations make", async () => {
  for (const [rule, findings] of await found()) expect(findings, rule).toEqual([]);
});

it("dates every rule and names the page that it was read on", async () => {
  for (const rule of await checkCompatibility(config)) {
    expect(rule.read_on, rule.name).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(rule.source, rule.name).toMatch(/^https:\/\/motherduck\.com\/docs\//);
    expect(rule.because.length, rule.name).toBeGreaterThan(20);
  }
});

it("finds what breaks each rule", async () => {
  const broken = await Warehouse.open(warehousePath(config));
  await broken.run(`
    create type marts.size as enum ('small');
    create table marts.parents (id integer primary key);
    create table marts.children (parent integer references marts.parents (id), shape union(a integer, b varchar), "two words" varchar);
    create index children_parent on marts.children (parent);
    create view main.elsewhere as select * from read_text('package.json');
    create macro main.file_text(path) as table select * from read_text(path);
    create schema md_shares;
    insert into marts.children values (null, null, 'caf' || chr(65533));
  `);
  for (const [id, state] of [
    ["1", "TX"],
    ["2", "MA"],
    ["3", "TX"]
  ] as const)
    await broken.run(
      `insert into main.organizations (id, name, organization_type, services, certifications, demographics, data_source, is_narr_certified,
         funding_sources, record_id, alternate_names, phones, payers, languages, service_codes, scope, coordinate_precision, is_synthetic,
         issues, address_state)
       values ($id, 'n', 't', [], [], [], 'd', false, [], 1, [], [], [], [], [], 's', 'none', false, [], $state)`,
      {id, state}
    );
  broken.close();
  const findings = await found();
  expect(Object.fromEntries(findings)).toEqual({
    column_types: ["marts.children.shape"],
    custom_types: ["marts.size"],
    encoding: ['marts.children."two words"'],
    engine: [],
    extensions: [],
    foreign_keys: ["marts.children"],
    indexes: ["marts.children_parent"],
    local_files: ["main.file_text", "main.elsewhere"],
    plain_names: ["marts.children.two words"],
    reserved_names: ["md_shares"],
    sorted_by_state: ["main.organizations"]
  });
  expect([...findings.keys()].sort()).toEqual(
    [...readSqlFolder("sql/motherduck").map(({name}) => name), "encoding"].sort()
  );
});

it("finds an engine and an extension that MotherDuck does not take", async () => {
  const memory = await Warehouse.open(":memory:");
  const engine = readSqlFile("sql/motherduck/engine.sql").text;
  expect(await memory.rows(engine, {minimum_engine: 10401, maximum_engine: 10500})).toHaveLength(1);
  expect(await memory.rows(engine, {minimum_engine: 20000, maximum_engine: 20100})).toHaveLength(1);
  const extensions = readSqlFile("sql/motherduck/extensions.sql").text.replace("'json', ", "");
  expect(await memory.rows(extensions)).toMatchObject([{name: "json"}]);
  memory.close();
});

it("rehearses the move on a scratch file and tells what is left for a person", async () => {
  const fixture = await publishFixture();
  const run = () => migrationChecklist(fixture.config, {now: new Date("2026-03-01T05:00:00Z")});
  const before = Object.fromEntries((await run()).map(({item, status}) => [item, status]));
  expect(before).toMatchObject({
    compatibility: "failed",
    "test sync": "passed",
    backup: "failed",
    monitoring: "yours"
  });
  await createBackup(fixture.config, {type: "manual", now: new Date("2026-03-01T04:00:00Z")});
  const evidence = Object.fromEntries((await run()).map((one) => [one.item, one]));
  expect(evidence.backup).toMatchObject({
    status: "passed",
    evidence: expect.stringContaining("1 hours old") as string
  });
  expect(evidence.compatibility!.evidence).toContain("rules broken: custom_types");
  expect(evidence["dual execution"]).toMatchObject({
    status: "passed",
    evidence: expect.stringContaining("all 3 organizations") as string
  });
  expect(evidence["query compatibility"]!.status).toBe("passed");
  fixture.remove();
});

it("charges a query at least one second of compute and storage by the size of the file", async () => {
  const {prices, ...estimate} = await estimateCost(config);
  // 1,000 queries of one second, at 3,600 seconds an hour.
  expect(estimate.compute_cu_h).toBeCloseTo(1000 / 3600, 6);
  expect(estimate.compute_usd).toBeCloseTo((1000 / 3600) * prices.motherduck_compute_usd!, 6);
  expect(estimate.storage_gb).toBeCloseTo(estimate.warehouse_gb * (1 + 7 / 30), 9);
  expect(estimate.lite_plan_usd).toBe(0);
});
