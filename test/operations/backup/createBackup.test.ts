import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {type Config, warehousePath} from "../../../src/config.js";
import {createBackup} from "../../../src/operations/backup/createBackup.js";
import {restoreBackup} from "../../../src/operations/backup/restoreBackup.js";
import {verifyBackup} from "../../../src/operations/backup/verifyBackup.js";
import {Warehouse} from "../../../src/warehouse/open.js";
import {publishFixture, RECORDS} from "../warehouseFixture.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

const NOW = new Date("2026-03-01T04:00:00.5Z");
let config: Config;
let remove: () => void;

beforeAll(async () => {
  ({config, remove} = await publishFixture());
});
afterAll(() => remove());

it("names the backup for its instant and type, and a second one of the same second apart", async () => {
  const first = await createBackup(config, {type: "monthly", now: NOW});
  const second = await createBackup(config, {type: "monthly", now: NOW});
  expect([first.name, second.name]).toEqual(["20260301T040000Z-monthly", "20260301T040000Z-monthly-2"]);
  expect(first).toMatchObject({type: "monthly", fingerprint: "abcdef0123456789", offsite: null});
  expect(readFileSync(join(first.path, "records", RECORDS), "utf8")).toBe("the original records");
  expect(readdirSync(join(config.state, "backups"))).toEqual([first.name, second.name]);
});

it("can be rebuilt by any DuckDB client from its three scripts alone", async () => {
  const {path} = await createBackup(config, {type: "weekly", now: NOW});
  const client = await Warehouse.open(":memory:", {settings: {file_search_path: path}});
  for (const script of ["schema.sql", "load.sql", "comments.sql"])
    await client.run(readFileSync(join(path, script), "utf8"));
  const [row] = await client.rows(
    "select (select count(*) from main.organizations) as rows, (select comment from duckdb_tables() where table_name = 'services') as comment"
  );
  expect(row).toMatchObject({
    rows: 3n,
    comment: expect.stringContaining("Catalogue of every term") as string
  });
  client.close();
});

it("writes a second copy to an off-site folder that exists, from which a lost state folder is restored", async () => {
  const offsite = mkdtempSync(join(tmpdir(), "workbench-offsite-"));
  const backup = await createBackup({...config, offsite}, {type: "daily", now: NOW});
  expect(backup.offsite).toBe(join(offsite, backup.name));
  await verifyBackup(config, backup.name, {from: offsite});
  const elsewhere = {...config, state: join(offsite, "new-state")};
  await restoreBackup(elsewhere, backup.name, {from: offsite});
  expect(existsSync(warehousePath(elsewhere))).toBe(true);
  rmSync(offsite, {recursive: true});
});

it("does not make an off-site folder that is missing, and says where the whole local copy is", async () => {
  const offsite = join(config.state, "not-mounted");
  const now = new Date("2026-03-05T04:00:00Z");
  await expect(createBackup({...config, offsite}, {type: "daily", now})).rejects.toThrow(
    /off-site folder not found: .*not-mounted; is the disk mounted\? .* is whole in/
  );
  expect(existsSync(offsite)).toBe(false);
  await verifyBackup(config, "20260305T040000Z-daily");
});

it("leaves nothing behind where the archive of original records is missing", async () => {
  const before = readdirSync(join(config.state, "backups"));
  const records = join(config.state, "records", RECORDS);
  renameSync(records, `${records}.away`);
  await expect(createBackup(config, {type: "daily", now: NOW})).rejects.toThrow(
    "no archive of original records"
  );
  renameSync(`${records}.away`, records);
  expect(readdirSync(join(config.state, "backups"))).toEqual(before);
});

it("removes a backup whose trial restore is not equal", async () => {
  const state = join(config.state, "faulty");
  mkdirSync(state);
  cpSync(warehousePath(config), warehousePath({state}));
  const warehouse = await Warehouse.open(warehousePath({state}));
  await warehouse.run("delete from meta.builds; create table main.nested (a struct(b hugeint))");
  await warehouse.run("insert into main.nested values ({b: 170141183460469231731687303715884105727})");
  warehouse.close();
  await expect(createBackup({...config, state}, {type: "daily", now: NOW})).rejects.toThrow(
    /main.nested has other content|cannot be restored/
  );
  expect(readdirSync(join(state, "backups"))).toEqual([]);
});
