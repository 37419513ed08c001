import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {createLanding} from "../../src/pipeline/landSources.js";
import {Staging} from "../../src/pipeline/staging.js";
import {land} from "../../src/sources/land.js";
import {LandedParts} from "../../src/sources/landedParts.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {type Row, Warehouse} from "../../src/warehouse/open.js";
import {readSqlFolder} from "../../src/warehouse/sqlFile.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await Warehouse.open(":memory:");
  for (const stage of ["raw", "staging"]) await warehouse.attachScratch(stage);
  await createLanding(warehouse);
  await migrate(warehouse);
});
afterEach(() => warehouse.close());

/** Lands and stages the folder on two connections, in parts of at least the given bytes. */
async function stage(folder: string, partBytes: number): Promise<number> {
  const parts = new LandedParts();
  let count = 0;
  const add = (part: Parameters<LandedParts["add"]>[0]) => {
    count++;
    parts.add(part);
  };
  const staging = new Staging();
  const beside = await warehouse.beside();
  const first = staging.stage(beside, parts);
  first.catch(() => undefined);
  await land(warehouse, folder, {parts: {add}, partBytes});
  parts.end();
  await Promise.all([first, staging.stage(warehouse, parts)]);
  await staging.join(warehouse);
  beside.close();
  return count;
}

async function empty(): Promise<void> {
  for (const stage of ["raw", "staging"]) {
    await warehouse.run(`detach ${stage}`);
    await warehouse.attachScratch(stage);
  }
  await createLanding(warehouse);
}

async function staged(): Promise<Record<string, Row[]>> {
  const tables: Record<string, Row[]> = {};
  for (const {name} of readSqlFolder("sql/staging"))
    tables[name] = await warehouse.rows(`select s::varchar as row from staging."${name}" as s`);
  tables.faults = await warehouse.rows("select record_id, fault from raw.records order by record_id");
  return tables;
}

it.each([1, 2000])(
  "parts of %i bytes make the tables that one part makes, row for row",
  async (partBytes) => {
    expect(await stage("test/fixtures/sources", partBytes)).toBeGreaterThan(2);
    const inParts = await staged();
    await empty();
    expect(await stage("test/fixtures/sources", Infinity)).toBe(1);
    const whole = await staged();
    const byRecord = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(whole.records!.length).toBeGreaterThan(10);
    for (const name of Object.keys(whole))
      expect(byRecord(inParts[name]!), name).toEqual(byRecord(whole[name]!));
  }
);

it("a record of a lesser list is staged only where its file has no better one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lists-"));
  const record = (id: string) => ({id, name: `Center ${id}`, address: {city: "Troy", state: "NY"}});
  const write = (lists: object) =>
    writeFileSync(join(folder, "treatment_centers_master.json"), JSON.stringify(lists));
  const ids = () => warehouse.rows("select source_id from staging.records order by source_id");
  write({facilities: [record("A"), record("B")], all_facilities: [record("C")]});
  await stage(folder, 1);
  expect(await ids()).toEqual([{source_id: "C"}]);
  await empty();
  write({facilities: [record("A"), record("B")]});
  await stage(folder, 1);
  expect(await ids()).toEqual([{source_id: "A"}, {source_id: "B"}]);
  rmSync(folder, {recursive: true});
});

it("an error names the file of the SELECT", async () => {
  await warehouse.run("drop macro main.json_labels");
  await expect(stage("test/fixtures/sources", 1)).rejects.toThrow(
    /^sql\/staging\/stg_\w+\.sql: .*json_labels/s
  );
});
