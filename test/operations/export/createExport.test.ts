import {createHash} from "node:crypto";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import type {Config} from "../../../src/config.js";
import {pathsBelow} from "../../../src/operations/archive/fileList.js";
import {createExport} from "../../../src/operations/export/createExport.js";
import {FORMATS} from "../../../src/operations/export/formats.js";
import {importExport} from "../../../src/operations/export/importExport.js";
import {Warehouse} from "../../../src/warehouse/open.js";
import {warehousePath} from "../../../src/config.js";
import {publishFixture} from "../warehouseFixture.js";

// Each test makes and restores whole warehouses, which a busy machine can take minutes for.
vi.setConfig({testTimeout: 240_000});

const NOW = new Date("2026-03-01T04:00:00Z");
const KINDS = Object.keys(FORMATS);
let config: Config;
let remove: () => void;
const folders: Record<string, string> = {};

beforeAll(async () => {
  ({config, remove} = await publishFixture());
  for (const kind of KINDS) folders[kind] = (await createExport(config, kind, {now: NOW})).path;
});
afterAll(() => remove());

it.each(KINDS)("%s: every carried table comes back equal in rows, types and comments", async (kind) => {
  const copy = join(config.state, `${kind}.duckdb`);
  const {tables} = await importExport(folders[kind]!, {into: copy});
  const both = await Warehouse.open(":memory:");
  await both.run(`attach '${warehousePath(config)}' as a (read_only); attach '${copy}' as b (read_only)`);
  expect(tables.map(({table}) => table)).toContain("organizations");
  for (const {schema, table} of tables) {
    const name = `${schema}.${table}`;
    const difference = await both.rows(
      `(from a.${name} except all from b.${name}) union all (from b.${name} except all from a.${name})`
    );
    expect(difference, name).toEqual([]);
    const columns = (database: string) =>
      both.rows(
        `select column_name, data_type, is_nullable, comment from duckdb_columns()
         where database_name = '${database}' and schema_name = '${schema}' and table_name = '${table}' order by column_index`
      );
    expect(await columns("b"), name).toEqual(await columns("a"));
  }
  both.close();
});

it.each(KINDS)("%s: the same build gives the same bytes", async (kind) => {
  const {path} = await createExport(config, kind, {now: NOW, to: join(config.state, `again-${kind}`)});
  const hashes = (folder: string) =>
    pathsBelow(folder).map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex")
    ]);
  expect(hashes(path)).toEqual(hashes(folders[kind]!));
});

it.each(KINDS)("%s: the manifest names the build and the dictionary every column", async (kind) => {
  const folder = folders[kind]!;
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, unknown>;
  expect(manifest).toMatchObject({kind, build: {build_id: "abcdef012345"}});
  const rows = parse(readFileSync(join(folder, "data_dictionary.csv")), {columns: true}) as Record<
    string,
    string
  >[];
  const zip = rows.find(({table, column}) => table === "organizations" && column === "address_zip");
  expect(zip).toMatchObject({type: "VARCHAR", meaning: "Five-digit ZIP code, leading zeros restored."});
  expect(rows.filter(({table}) => table === "organizations").every(({meaning}) => meaning)).toBe(true);
});

it.each(KINDS)("%s: an altered file is refused and named", async (kind) => {
  const folder = join(config.state, `altered-${kind}`);
  await createExport(config, kind, {now: NOW, to: folder});
  const file = pathsBelow(folder).find((path) => !/^manifest/.test(path))!;
  const bytes = readFileSync(join(folder, file));
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(join(folder, file), bytes);
  const into = join(config.state, "never.duckdb");
  await expect(importExport(folder, {into})).rejects.toThrow(`${file} has changed`);
  expect(existsSync(into)).toBe(false);
});

it("refuses an unknown format and a folder that exists", async () => {
  await expect(createExport(config, "xml", {now: NOW})).rejects.toThrow(
    "unknown format: xml; choose one of parquet"
  );
  await expect(createExport(config, "toString", {now: NOW})).rejects.toThrow("unknown format");
  await expect(createExport(config, "csv", {now: NOW, to: folders.csv})).rejects.toThrow("exists already");
});
