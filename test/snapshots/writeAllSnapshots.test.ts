import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {writeAllSnapshots} from "../../src/snapshots/writeAllSnapshots.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

let root: string;
let warehouse: Warehouse;
const loader = (name: string, select: string) =>
  writeFileSync(join(root, "loaders", name), `-- title: T\n-- grain: g\n${select}\n`);
const write = () => writeAllSnapshots(warehouse, join(root, "out"), {loaders: join(root, "loaders")});
const bytes = (name: string) => readFileSync(join(root, "out", name)).toString("hex");

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "workbench-snapshots-"));
  mkdirSync(join(root, "loaders"));
  warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
  await warehouse.run(
    "insert into meta.builds values ('b', 'f', timestamp '2025-08-01', true, 'v', null, 'r')"
  );
  loader(
    "numbers.parquet.sql",
    "select range::integer as n, 'é' || range as word from range(1000) order by n"
  );
  loader("words.json.sql", "select 'a \"b\"' as word, null::integer as n, date '2025-08-01' as d");
});
afterEach(() => {
  warehouse.close();
  rmSync(root, {recursive: true});
});

it("writes each SELECT’s rows under its file name, and a catalogue of all", async () => {
  expect(await write()).toEqual(["numbers.parquet", "words.json"]);
  expect(JSON.parse(readFileSync(join(root, "out/words.json"), "utf8"))).toEqual([
    {word: 'a "b"', n: null, d: "2025-08-01"}
  ]);
  const rows = await warehouse.rows(
    `select count(*)::integer as n, max(word) as last from '${root}/out/numbers.parquet'`
  );
  expect(rows).toEqual([{n: 1000, last: "é999"}]);
  const catalog = JSON.parse(readFileSync(join(root, "out/catalog.json"), "utf8")) as {fileName: string}[];
  expect(catalog.map(({fileName}) => fileName)).toEqual(["numbers.parquet", "words.json"]);
});

it("writes the same bytes for the same rows", async () => {
  await write();
  const before = [bytes("numbers.parquet"), bytes("words.json")];
  rmSync(join(root, "out"), {recursive: true});
  await write();
  expect([bytes("numbers.parquet"), bytes("words.json")]).toEqual(before);
});

it("writes nothing again while neither the warehouse nor a SELECT has changed", async () => {
  await write();
  const {mtimeMs} = statSync(join(root, "out/words.json"));
  expect(await write()).toEqual([]);
  expect(statSync(join(root, "out/words.json")).mtimeMs).toBe(mtimeMs);
});

it("leaves the same folder whichever snapshot was written last", async () => {
  await write();
  const before = readFileSync(join(root, "out/stamps"), "utf8");
  rmSync(join(root, "out/numbers.parquet"));
  expect(await write()).toEqual(["numbers.parquet"]);
  expect(readFileSync(join(root, "out/stamps"), "utf8")).toBe(before);
});

it("writes again what changed: one SELECT, and after a new build only what reads something else", async () => {
  await write();
  loader("words.json.sql", "select fingerprint from meta.builds");
  expect(await write()).toEqual(["words.json"]);
  await warehouse.run("update meta.builds set fingerprint = 'g'");
  expect(await write()).toEqual(["words.json"]);
});

it("removes the output of a SELECT that is gone", async () => {
  await write();
  rmSync(join(root, "loaders/words.json.sql"));
  await write();
  expect(existsSync(join(root, "out/words.json"))).toBe(false);
  expect(readFileSync(join(root, "out/catalog.json"), "utf8")).not.toContain("words.json");
});

it("leaves alone a file that Framework is writing", async () => {
  await write();
  writeFileSync(join(root, "out/words.json.4711"), "[");
  await write();
  expect(existsSync(join(root, "out/words.json.4711"))).toBe(true);
});

it("leaves no half-written file and tries again after a SELECT that fails", async () => {
  loader("broken.json.sql", "select nowhere from meta.builds");
  await expect(write()).rejects.toThrow(/broken\.json\.sql.*nowhere/s);
  loader("broken.json.sql", "select 1 as n");
  expect(await write()).toContain("broken.json");
  expect(readdirSync(join(root, "out")).filter((name) => name.endsWith(".writing"))).toEqual([]);
});

it.each(["1::bigint", "1.5::decimal(4, 1)", "[1]", "{'a': 1}", "uuid()"])(
  "refuses a column of %s, which JavaScript cannot hold, by name",
  async (value) => {
    loader("types.json.sql", `select ${value} as odd`);
    await expect(write()).rejects.toThrow(/types\.json\.sql: column odd is .+; cast it to one of/);
  }
);

it("refuses a file name that tells no format", async () => {
  loader("types.csv.sql", "select 1 as n");
  await expect(write()).rejects.toThrow(/snapshot of unknown format/);
});
