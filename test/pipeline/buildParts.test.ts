import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {type Config, warehousePath} from "../../src/config.js";
import {build} from "../../src/pipeline/build.js";
import {BEGINNINGS, beginningOf} from "../../src/pipeline/buildParts.js";
import {Warehouse} from "../../src/warehouse/open.js";

const NOW = new Date("2025-09-01T00:00:00Z");

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "parts-"))));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

function configOf(state: string, sources = "test/fixtures/sources"): Config {
  return {sources, state: join(folder, state), reference: null, database: "production"};
}

/** What of a build tells the time. */
const TIMED: Record<string, string> = {check_results: "duration_ms", migrations: "applied_at"};

/** Returns the count and a hash of the rows of every table, apart from the steps of the build and what tells the time. */
async function everythingIn(config: Config): Promise<Record<string, string>> {
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  const tables = await warehouse.rows<{schema: string; name: string}>(
    "select schema_name as schema, table_name as name from duckdb_tables() where table_name <> 'build_steps' order by all"
  );
  const found: Record<string, string> = {};
  for (const {schema, name} of tables) {
    const columns = TIMED[name] ? `* exclude (${TIMED[name]})` : "*";
    const [row] = await warehouse.rows(
      `select count(*)::varchar as count, sum(hash(t))::varchar as hash from (select ${columns} from "${schema}"."${name}") as t`
    );
    found[`${schema}.${name}`] = JSON.stringify(row);
  }
  warehouse.close();
  return found;
}

it("a build in parts ends in what a build in one has, and each part runs its own steps", async () => {
  const [parts, whole] = [configOf("parts"), configOf("whole")];
  const rows = new Map<string, number>();
  const onRows = (step: string, count: number) => rows.set(step, count);
  const loaded = await build(parts, {now: NOW, parts: {before: "duplicates", onRows}});
  expect(loaded.isPublished).toBe(false);
  expect(loaded.steps.map(({step}) => step)).not.toContain("duplicates");
  expect(existsSync(warehousePath(parts))).toBe(false);
  expect(rows.get("land")).toBeGreaterThanOrEqual(loaded.recordCount);
  const middle = await build(parts, {now: NOW, parts: {from: "duplicates", before: "history"}});
  const steps = middle.steps.map(({step}) => step).filter((step) => step !== "keep");
  expect(steps.slice(-3)).toEqual(["duplicates", "coverage", "networks"]);
  expect(steps).not.toContain("land");
  const end = await build(parts, {now: NOW, parts: {from: "history"}});
  const {organizationCount, buildId} = await build(whole, {now: NOW});
  expect(end).toMatchObject({isPublished: true, organizationCount, buildId});
  expect(await everythingIn(parts)).toEqual(await everythingIn(whole));
});

it("goes on from nothing that was kept of other sources, or by another program from anything but generated data", async () => {
  const sources = join(folder, "sources");
  cpSync("test/fixtures/sources", sources, {recursive: true});
  const config = configOf("state", sources);
  await build(config, {now: NOW, parts: {before: "counties"}});
  const made = join(config.state, "steps", "before-counties.duckdb.json");
  const inputs = JSON.parse(readFileSync(made, "utf8")) as Record<string, string>;
  const goOn = () => build(config, {now: NOW, parts: {from: "counties", before: "duplicates"}});
  await expect(build(config, {parts: {from: "networks"}})).rejects.toThrow(
    /nothing kept to go on from networks/
  );
  writeFileSync(made, JSON.stringify({...inputs, data: "other"}));
  await expect(goOn()).rejects.toThrow(/cannot go on from counties: data changed/);
  writeFileSync(made, JSON.stringify({...inputs, code: "other"}));
  await expect(goOn()).rejects.toThrow(/cannot go on from counties: code changed/);
  writeFileSync(made, JSON.stringify(inputs));
  expect((await goOn()).isPublished).toBe(false);
});

it("a build without parts that publishes removes what was kept", async () => {
  const config = configOf("state");
  await build(config, {now: NOW, parts: {before: "counties"}});
  expect(existsSync(join(config.state, "steps"))).toBe(true);
  await build(config, {now: NOW});
  expect(existsSync(join(config.state, "steps"))).toBe(false);
});

it("takes the names of steps that a build can begin with, and no others", () => {
  for (const step of BEGINNINGS) expect(beginningOf("--from", step)).toBe(step);
  expect(() => beginningOf("--from", "tables")).toThrow(
    /no such step for --from: tables; choose one of counties/
  );
});
