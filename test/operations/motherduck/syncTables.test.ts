import {existsSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, expect, it, vi} from "vitest";
import {type Config, warehousePath} from "../../../src/config.js";
import {queryBoth} from "../../../src/operations/motherduck/queryBoth.js";
import {type SyncResult, syncTables} from "../../../src/operations/motherduck/syncTables.js";
import {Warehouse} from "../../../src/warehouse/open.js";
import {publishFixture} from "../warehouseFixture.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

let config: Config;
let remove: () => void;
let target: string;

beforeAll(async () => {
  ({config, remove} = await publishFixture());
  target = join(config.state, "staging.duckdb");
});
afterAll(() => remove());
beforeEach(() => [target, `${target}.wal`].forEach((file) => rmSync(file, {force: true})));

const edit = async (path: string, sql: string) => {
  const warehouse = await Warehouse.open(path);
  await warehouse.run(sql);
  warehouse.close();
};

/** Returns every row of every table that sync makes, and the views’ texts. */
async function snapshot(path: string): Promise<Record<string, string>> {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  const objects = await warehouse.rows<{name: string}>(
    `select format('"{}"."{}"', schema_name, table_name) as name from duckdb_tables() where schema_name not like 'workbench%'
     union all select format('"{}"."{}"', schema_name, view_name) from duckdb_views() where not internal order by all`
  );
  const result: Record<string, string> = {};
  for (const {name} of objects) {
    const rows = await warehouse.rows<{text: string}>(
      `select list(to_json(r) order by to_json(r)::varchar)::varchar as text from ${name} r`
    );
    result[name] = rows[0]!.text;
  }
  warehouse.close();
  return result;
}

it("makes a target equal in every table and view, and a second run changes nothing", async () => {
  const first = await syncTables(config, {mode: "initial", target});
  expect(first.changed.find(({table}) => table === "main.organizations")).toEqual({
    table: "main.organizations",
    rows: 3
  });
  expect(await snapshot(target)).toEqual(await snapshot(warehousePath(config)));
  const second = await syncTables(config, {mode: "incremental", target});
  expect(second).toMatchObject({changed: [], removed: [], views: 0});
  expect(second.unchanged).toHaveLength(first.changed.length);
});

it("sends only tables that differ, here or there, and drops those that are gone", async () => {
  await syncTables(config, {mode: "initial", target});
  await edit(
    target,
    "update main.services set description = 'tampered' where id = 'DT'; drop view main.totals"
  );
  const other = await publishFixture();
  await edit(
    warehousePath(other.config),
    "drop view main.totals; drop table marts.state_totals; delete from main.source_values"
  );
  await edit(
    warehousePath(other.config),
    "create view main.totals as select count(*) as n from main.organizations; delete from meta.migrations"
  );
  await edit(target, "delete from meta.migrations");
  const result = await syncTables(other.config, {mode: "incremental", target});
  expect(result.changed.map(({table}) => table)).toEqual(["main.services", "main.source_values"]);
  expect(result.removed).toEqual(["marts.state_totals"]);
  expect(await snapshot(target)).toEqual(await snapshot(warehousePath(other.config)));
  other.remove();
});

it("leaves the target as it was wherever it breaks off before it commits", async () => {
  await syncTables(config, {mode: "initial", target});
  const other = await publishFixture();
  await edit(
    warehousePath(other.config),
    "update main.services set description = 'new'; delete from main.organizations where id = 'ORG_0002'"
  );
  const before = await snapshot(target);
  const labels: string[] = [];
  let done: SyncResult | null = null;
  while (!done && labels.at(-1) !== "clearing up") {
    let steps = 0;
    let last = "";
    const onStep = (label: string) => {
      last = label;
      if (steps++ === labels.length) throw new Error(`stopped at ${label}`);
    };
    done = await syncTables(other.config, {mode: "incremental", target, onStep}).catch(() => null);
    labels.push(last);
    if (last !== "clearing up") expect(await snapshot(target), last).toEqual(before);
  }
  expect(labels).toContain("committing");
  expect(await snapshot(target)).toEqual(await snapshot(warehousePath(other.config)));
  const again = await syncTables(other.config, {mode: "incremental", target});
  expect(again.changed).toEqual([]);
  other.remove();
});

it("takes up what a run that broke off had loaded", async () => {
  const stopped = syncTables(config, {
    mode: "initial",
    target,
    onStep(label) {
      if (label === "swapping in") throw new Error("stopped");
    }
  });
  await expect(stopped).rejects.toThrow("stopped");
  const {resumed, changed} = await syncTables(config, {mode: "initial", target});
  expect(resumed).toEqual(changed.map(({table}) => table));
  const warehouse = await Warehouse.open(target, {readOnly: true});
  expect(await warehouse.rows("from duckdb_schemas() where schema_name = 'workbench_staging'")).toEqual([]);
  warehouse.close();
});

it("refuses a database with tables of someone else’s, and an incremental sync before the first", async () => {
  await expect(syncTables(config, {mode: "incremental", target})).rejects.toThrow("was never synced");
  await edit(target, "create table main.theses (title varchar)");
  await expect(syncTables(config, {mode: "initial", target})).rejects.toThrow(
    "holds main.theses, which no sync made"
  );
});

it("queries both together and only reads", async () => {
  await syncTables(config, {mode: "initial", target});
  const {rows} = await queryBoth(
    config,
    "select count(*) as n from local.main.organizations join cloud.main.organizations using (id)",
    {target}
  );
  expect(rows).toEqual([{n: 3n}]);
  for (const sql of [
    "delete from cloud.main.services",
    "select 1; select 2",
    "attach 'x.duckdb'",
    "copy (select 1) to 'x.csv'"
  ])
    await expect(queryBoth(config, sql, {target}), sql).rejects.toThrow("not one SELECT");
  await expect(queryBoth(config, "select * from nowhere", {target})).rejects.toThrow(
    "cloud.<schema>.<table> there"
  );
  await expect(queryBoth(config, "select 1", {target: `${target}.none`})).rejects.toThrow("no such file");
  expect(existsSync(`${target}.none`)).toBe(false);
});
