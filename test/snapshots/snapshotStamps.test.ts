import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {snapshotList, type Snapshot} from "../../src/snapshots/snapshotList.js";
import {snapshotStamps} from "../../src/snapshots/snapshotStamps.js";
import {writeAllSnapshots} from "../../src/snapshots/writeAllSnapshots.js";
import {Warehouse} from "../../src/warehouse/open.js";

describe("after a change to the warehouse", () => {
  let root: string;
  let warehouse: Warehouse;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "workbench-stamps-"));
    warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
    await writeAllSnapshots(warehouse, join(root, "before"));
    warehouse.close();
  });
  afterAll(() => rmSync(root, {recursive: true}));
  beforeEach(async () => {
    for (const folder of ["kept", "whole"]) rmSync(join(root, folder), {recursive: true, force: true});
    cpSync(join(root, "before"), join(root, "kept"), {recursive: true});
    cpSync(warehousePath({state: inject("fixtureState")}), join(root, "warehouse.duckdb"));
    warehouse = await Warehouse.open(join(root, "warehouse.duckdb"));
  });
  afterEach(() => {
    warehouse.close();
    rmSync(join(root, "warehouse.duckdb"));
  });

  /** Returns every file of a folder by name. */
  const filesIn = (folder: string) =>
    Object.fromEntries(
      readdirSync(join(root, folder)).map((name) => [name, readFileSync(join(root, folder, name), "base64")])
    );

  it.each([
    ["a mart", "update marts.state_summary set organization_count = organization_count + 1"],
    ["the data", "update main.organizations set name = name || '!'"],
    [
      "a view",
      "create or replace view marts.zip_centers as select zip, upper(city) as city, state, latitude, longitude from reference.zip_codes"
    ],
    ["a parameter", "update meta.parameters set value = value + 1"],
    ["a new build", "update meta.builds set fingerprint = 'f', built_at = timestamp '2030-01-01'"]
  ])(
    "%s, snapshots are what a folder written from nothing holds, and not all are written",
    async (_, statement) => {
      const before = filesIn("before");
      await warehouse.run(statement);
      const written = await writeAllSnapshots(warehouse, join(root, "kept"));
      await writeAllSnapshots(warehouse, join(root, "whole"));
      const after = filesIn("kept");
      expect(after).toEqual(filesIn("whole"));
      const differing = snapshotList()
        .map(({fileName}) => fileName)
        .filter((name) => before[name] !== after[name]);
      expect(differing).not.toEqual([]);
      expect(written).toEqual(expect.arrayContaining(differing));
      expect(written.length).toBeLessThan(snapshotList().length / 2);
    }
  );
});

describe("the stamp of a SELECT", () => {
  let warehouse: Warehouse;
  beforeEach(async () => {
    warehouse = await Warehouse.open(":memory:");
    for (const statement of [
      "create schema meta",
      "create schema marts",
      "create table meta.builds as select 'f' as fingerprint, timestamp '2025-08-01' as built_at",
      "create table meta.benchmark_runs as select 1 as n",
      "create table marts.places as select 'Ohio' as state, 0.0::double as share, [0.0::double] as shares from range(2)",
      "insert into marts.places values ('Iowa', 1, null)",
      "create table marts.others as select 1 as n",
      "create macro doubled(x) as x * 2",
      "create macro place_count(x) as (select count(*) + x from marts.places)",
      "create view marts.inner_view as select doubled(share) as share, state from marts.places",
      'create view marts."outer AS view" as select * from marts.inner_view',
      'create view marts."Shown" as select * from marts."outer AS view"'
    ])
      await warehouse.run(statement);
  });
  afterEach(() => warehouse.close());

  const stampOf = async (
    text: string,
    {format = "json", engine}: {format?: Snapshot["format"]; engine?: string} = {}
  ) => {
    const file = {name: "s", path: "s.sql", header: {}, text};
    return (await snapshotStamps(warehouse, [{fileName: "s", format, file}], {engine})).s;
  };

  it.each([
    ["a value", "update marts.places set state = 'Utah' where state = 'Iowa'"],
    [
      "the sign of a zero",
      "create or replace table marts.places as select * replace (if(share = 0, '-0.0'::double, share) as share) from marts.places"
    ],
    [
      "the sign of a zero in a list",
      "update marts.places set shares = ['-0.0'::double] where shares is not null"
    ],
    ["a null", "update marts.places set state = null where state = 'Iowa'"],
    ["a row more", "insert into marts.places from marts.places limit 1"],
    ["rows in another order", "create or replace table marts.places as from marts.places order by state"],
    ["a type", "alter table marts.places alter share type float"],
    [
      "a column’s name",
      "create or replace table marts.places as select state, share, shares as parts from marts.places"
    ]
  ])(
    "tells %s of a table that it reads, with a schema, without one, through views or macros",
    async (_, statement) => {
      const selects = [
        "select * from marts.places",
        "with others as (select 1) select * from others, PLACES",
        'select * from marts."Shown"',
        "select place_count(1)"
      ];
      const before = await Promise.all(selects.map((text) => stampOf(text)));
      await warehouse.run("use memory.marts");
      await warehouse.run(statement);
      for (const [i, text] of selects.entries()) expect(await stampOf(text), text).not.toBe(before[i]);
    }
  );

  it.each([
    ["a view", "create or replace view marts.inner_view as select share, state from marts.places"],
    ["a macro", "create or replace macro doubled(x) as x + x"]
  ])("tells another definition of %s", async (_, statement) => {
    const before = await stampOf('select * from marts."Shown"');
    await warehouse.run(statement);
    expect(await stampOf('select * from marts."Shown"')).not.toBe(before);
  });

  it("tells another version of DuckDB, another format and another text", async () => {
    const stamps = [
      await stampOf("select 1 as n"),
      await stampOf("select 1 as n", {engine: "v0"}),
      await stampOf("select 1 as n", {format: "parquet"}),
      await stampOf("select 2 as n")
    ];
    expect(new Set(stamps).size).toBe(4);
  });

  it("stays when only what it does not read changes", async () => {
    const before = await stampOf("select * from marts.places, range(3)");
    await warehouse.run("update marts.others set n = 2");
    await warehouse.run("update meta.builds set fingerprint = 'g'");
    expect(await stampOf("select * from marts.places, range(3)")).toBe(before);
  });

  it.each([
    "select * from duckdb_tables()",
    "select * from read_csv('places.csv')",
    "select * from 'places.parquet'",
    "select * from (describe marts.places)",
    "select now() as at from marts.places",
    "select no_such_thing from"
  ])("tells every build where what it reads cannot be told: %s", async (text) => {
    const before = await stampOf(text);
    await warehouse.run("update meta.builds set fingerprint = 'g'");
    expect(await stampOf(text)).not.toBe(before);
  });
});
