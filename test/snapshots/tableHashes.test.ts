import {afterEach, beforeEach, expect, it} from "vitest";
import {buildIdentity} from "../../src/pipeline/recordBuild.js";
import {TableHashes} from "../../src/snapshots/tableHashes.js";
import {warehouseContent} from "../../src/snapshots/warehouseContent.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

let warehouse: Warehouse;
let hashes: TableHashes;
beforeEach(async () => {
  hashes = new TableHashes();
  warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
  await warehouse.run(
    "insert into meta.builds values ('1', '1', timestamp '2025-08-01', true, 'v', null, 'archive')"
  );
  for (const name of ["changing", "staying"])
    await warehouse.run(`create table marts.${name} as select 1 as n`);
});
afterEach(() => warehouse.close());

const changeAll = async () => {
  for (const name of ["marts.changing", "marts.staying"]) await warehouse.run(`update ${name} set n = n + 1`);
  await warehouse.run("insert into meta.parameters values ('p', 1, 'u', 's', 'd')");
};

/** Returns which of three tables have another hash after the callback. */
async function differing(callback: () => Promise<void>): Promise<string[]> {
  const names = ["marts.changing", "marts.staying", "meta.parameters"];
  const all = async () => {
    const {tables} = await warehouseContent(warehouse, hashes);
    return Promise.all(names.map((name) => tables.get(name)!()));
  };
  const before = await all();
  await callback();
  const after = await all();
  return names.filter((_, i) => before[i] !== after[i]);
}

it("within a build tables count as they were, but for those of meta", async () => {
  expect(await differing(changeAll)).toEqual(["meta.parameters"]);
});

it("after a build that started from the one before only what it made anew is read again", async () => {
  const found = await differing(async () => {
    await changeAll();
    const from = await buildIdentity(warehouse);
    await warehouse.run("update meta.builds set fingerprint = '2'");
    hashes.follow({from, to: await buildIdentity(warehouse), remade: new Set(["marts.changing"])});
  });
  expect(found).toEqual(["marts.changing", "meta.parameters"]);
});

it.each([
  ["another build", async () => {}],
  [
    "a build that started from one that was never seen",
    async () =>
      hashes.follow({from: "unseen", to: await buildIdentity(warehouse), remade: new Set(["marts.changing"])})
  ]
])("after %s everything is read again", async (_, follow) => {
  const found = await differing(async () => {
    await changeAll();
    await warehouse.run("update meta.builds set fingerprint = '2'");
    await follow();
  });
  expect(found).toEqual(["marts.changing", "marts.staying", "meta.parameters"]);
});
