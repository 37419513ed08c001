import {cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {type Config, warehousePath} from "../../../src/config.js";
import {createBackup} from "../../../src/operations/backup/createBackup.js";
import {restoreBackup} from "../../../src/operations/backup/restoreBackup.js";
import {Warehouse} from "../../../src/warehouse/open.js";
import {publishFixture, RECORDS} from "../warehouseFixture.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

let config: Config;
let name: string;
let remove: () => void;

beforeAll(async () => {
  ({config, remove} = await publishFixture());
  ({name} = await createBackup(config, {type: "post_update", now: new Date("2026-03-01T04:00:00Z")}));
});
afterAll(() => remove());

const edit = async (path: string, sql: string) => {
  const warehouse = await Warehouse.open(path);
  await warehouse.run(sql);
  warehouse.close();
};
const value = async (path: string, sql: string) => {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  const [row] = await warehouse.rows<{value: unknown}>(sql);
  warehouse.close();
  return row!.value;
};

it("writes the restored warehouse in the format of a build", async () => {
  await restoreBackup(config, name);
  const format = "select tags['storage_version'] as value from duckdb_databases() where not internal";
  const blocks = "select block_size::integer as value from pragma_database_size()";
  expect(await value(warehousePath(config), format)).toBe("v1.5.0+");
  expect(await value(warehousePath(config), blocks)).toBe(32768);
});

it("publishes a warehouse equal in every row, type, constraint, comment, view, macro and index", async () => {
  const original = join(config.state, "original.duckdb");
  writeFileSync(original, readFileSync(warehousePath(config)));
  await restoreBackup(config, name);
  const both = await Warehouse.open(":memory:");
  await both.run(`attach '${original}' as a (read_only); attach '${warehousePath(config)}' as b (read_only)`);
  for (const [catalog, columns] of Object.entries(CATALOG)) {
    const difference = await both.rows(
      `with a as (select ${columns} from ${catalog}() where database_name = 'a'),
       b as (select ${columns} from ${catalog}() where database_name = 'b')
       (from a except all from b) union all (from b except all from a)`
    );
    expect(difference, catalog).toEqual([]);
    expect(await both.rows(`from ${catalog}() where database_name = 'a' limit 1`), catalog).toHaveLength(1);
  }
  const tables = await both.rows<{name: string}>(
    "select format('{}.{}', schema_name, table_name) as name from duckdb_tables() where database_name = 'a'"
  );
  for (const table of tables)
    expect(
      await both.rows(
        `(from a.${table.name} except all from b.${table.name}) union all (from b.${table.name} except all from a.${table.name})`
      ),
      table.name
    ).toEqual([]);
  both.close();
});

it("keeps promises as the original did: keys, checks, defaults, sequences and macros with defaults", async () => {
  const copy = join(config.state, "trial.duckdb");
  writeFileSync(copy, readFileSync(warehousePath(config)));
  const warehouse = await Warehouse.open(copy);
  const insert = "insert into analysis.odd (id, size) values";
  await expect(warehouse.run(`${insert} (1, 'small')`)).rejects.toThrow(/duplicate key/i);
  await expect(warehouse.run(`${insert} (0, 'small')`)).rejects.toThrow(/CHECK constraint/);
  await expect(warehouse.run(`${insert} (3, 'huge')`)).rejects.toThrow(/huge/);
  await warehouse.run(`${insert} (3, 'small')`);
  const [row] = await warehouse.rows(
    "select amount, main.plus(4) as sum, nextval('analysis.numbers') as next from analysis.odd where id = 3"
  );
  expect(row).toEqual({amount: 7n, sum: 7, next: 5n});
  warehouse.close();
});

it("keeps the replaced warehouse and puts the archive of original records back", async () => {
  await edit(warehousePath(config), "delete from main.organizations");
  rmSync(join(config.state, "records", RECORDS));
  const {replaced, missingMigrations} = await restoreBackup(config, name);
  const count = "select count(*) as value from main.organizations";
  expect(await value(warehousePath(config), count)).toBe(3n);
  expect(await value(replaced!, count)).toBe(0n);
  expect(readFileSync(join(config.state, "records", RECORDS), "utf8")).toBe("the original records");
  expect(missingMigrations).toEqual([]);
});

it("mends an archive of original records that was damaged", async () => {
  writeFileSync(join(config.state, "records", RECORDS), "the 0riginal records");
  await restoreBackup(config, name);
  expect(readFileSync(join(config.state, "records", RECORDS), "utf8")).toBe("the original records");
});

it("brings the warehouse back where there is none, or where it is rubbish", async () => {
  for (const spoil of [
    () => rmSync(warehousePath(config)),
    () => writeFileSync(warehousePath(config), "not a database")
  ]) {
    spoil();
    await restoreBackup(config, name);
    expect(await value(warehousePath(config), "select count(*) as value from main.services")).toBe(2n);
  }
});

it("leaves everything as it was where the backup is damaged", async () => {
  const comments = join(config.state, "backups", name, "comments.sql");
  const text = readFileSync(comments, "utf8");
  const before = readFileSync(warehousePath(config));
  writeFileSync(comments, text.replace("USPS", "USPs"));
  await expect(restoreBackup(config, name)).rejects.toThrow("comments.sql has changed since it was written");
  writeFileSync(comments, text);
  expect(readFileSync(warehousePath(config)).equals(before)).toBe(true);
  expect(readdirSync(config.state).filter((file) => /restored|trial-restore/.test(file))).toEqual([]);
});

it("restores an older schema as it was, says what it lacks, and migrates it only when asked", async () => {
  const migrations = join(config.state, "older-migrations");
  cpSync("sql/migrations", migrations, {recursive: true});
  const last = readdirSync(migrations).sort().at(-1)!;
  rmSync(join(migrations, last));
  const older = await publishFixture(migrations);
  const backup = await createBackup(older.config, {type: "manual", now: new Date("2026-03-02T04:00:00Z")});
  const missing = [last.replace(/\.sql$/, "")];
  expect((await restoreBackup(older.config, backup.name)).missingMigrations).toEqual(missing);
  const newest = "select max(name) as value from meta.migrations";
  expect(await value(warehousePath(older.config), newest)).not.toBe(missing[0]);
  const forward = await restoreBackup(older.config, backup.name, {migrateForward: true});
  expect(forward.missingMigrations).toEqual([]);
  expect(await value(warehousePath(older.config), newest)).toBe(missing[0]);
  older.remove();
});

it("says that the warehouse is damaged and what to do, instead of backing up rubbish", async () => {
  writeFileSync(warehousePath(config), "not a database");
  await expect(createBackup(config, {type: "daily", now: new Date("2026-03-03T04:00:00Z")})).rejects.toThrow(
    /cannot back up .*workbench backup restore/
  );
  rmSync(warehousePath(config));
  await expect(createBackup(config, {type: "daily", now: new Date("2026-03-03T04:00:00Z")})).rejects.toThrow(
    "no warehouse at"
  );
  expect(existsSync(join(config.state, "backups", "20260303T040000Z-daily"))).toBe(false);
});

const CATALOG = {
  duckdb_tables: "schema_name, table_name, comment, sql, has_primary_key, estimated_size, index_count",
  duckdb_columns:
    "schema_name, table_name, column_name, column_index, comment, data_type, is_nullable, column_default",
  duckdb_constraints: "schema_name, table_name, constraint_type, constraint_text, expression",
  duckdb_views: "schema_name, view_name, comment, sql",
  duckdb_functions: "schema_name, function_name, parameters, macro_definition, comment, function_type",
  duckdb_indexes: "schema_name, index_name, table_name, is_unique, sql, comment",
  duckdb_sequences: "schema_name, sequence_name, start_value, comment",
  duckdb_types: "schema_name, type_name, logical_type, labels, comment",
  duckdb_schemas: "schema_name"
};
