import {copyFileSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from "vitest";
import {compareWithPublished} from "../../src/pipeline/compareWithPublished.js";
import type {BuildInputs} from "../../src/pipeline/fingerprint.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";
import {readSqlFile} from "../../src/warehouse/sqlFile.js";

interface Organization {
  id: string;
  name: string;
  street?: string;
  city?: string;
  phone?: string;
  services?: string[];
  bytes?: string;
}

const DATA = {data: "d1", code: "c1", marts: "m1", engine: "1.5.6"};
let templates: string;
let folder: string;
let count = 0;
beforeAll(async () => {
  templates = mkdtempSync(join(tmpdir(), "workbench-compare-"));
  const warehouse = await Warehouse.open(join(templates, "empty.duckdb"));
  await migrate(warehouse);
  await warehouse.run(
    "create table marts.access_distance (area varchar, kind varchar, payer varchar, nearest_miles double)"
  );
  warehouse.close();
});
afterAll(() => rmSync(templates, {recursive: true}));
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "workbench-compare-"))));
afterEach(() => rmSync(folder, {recursive: true}));

async function warehouseOf(
  organizations: Organization[],
  path = join(folder, `${++count}.duckdb`)
): Promise<Warehouse> {
  copyFileSync(join(templates, "empty.duckdb"), path);
  const warehouse = await Warehouse.open(path);
  for (const [i, o] of organizations.entries()) {
    const {
      id,
      name,
      street = null,
      city = "Dayton",
      phone = null,
      services = ["detox"],
      bytes = JSON.stringify(o)
    } = o;
    await warehouse.run(
      `insert into main.organizations by name
      select $id as id, $name as name, 'rccs' as organization_type, $street as address_street, $city as address_city,
        'OH' as address_state, $phone as phone, from_json($services, '["varchar"]') as services,
        [] as certifications, [] as demographics, 'list' as data_source, false as is_narr_certified,
        [] as funding_sources, $record as record_id, [] as alternate_names, [] as phones, [] as payers, [] as languages,
        [] as service_codes, 'local' as scope, 'none' as coordinate_precision, false as is_synthetic, [] as issues`,
      {id, name, street, city, phone, services: JSON.stringify(services), record: i + 1}
    );
    await warehouse.run(
      "insert into meta.ledger values ($record, 'rccs', 'f', $record, null, $bytes, 'loaded', $id, null)",
      {
        record: i + 1,
        bytes,
        id
      }
    );
  }
  const headlines = readSqlFile("sql/marts/headline_numbers.sql").text;
  await warehouse.run(`create table marts.headline_numbers as ${headlines}`);
  return warehouse;
}

async function changesBetween(
  before: Organization[],
  after: Organization[],
  inputs: BuildInputs = {...DATA, data: "d2"}
): Promise<Warehouse> {
  const published = join(folder, "warehouse.duckdb");
  rmSync(published, {force: true});
  const first = await warehouseOf(before, published);
  await compareWithPublished(first, join(folder, "none.duckdb"), {inputs: DATA});
  first.close();
  const candidate = await warehouseOf(after);
  await compareWithPublished(candidate, published, {inputs});
  return candidate;
}

const changes = async (warehouse: Warehouse) =>
  (
    await warehouse.rows<Record<string, string>>(
      "select change, organization_id, previous_id, field, old_value, new_value, cause from meta.record_changes"
    )
  ).map((row) => Object.values(row).join("|"));
const counts = async (warehouse: Warehouse) =>
  warehouse.rows(
    `select added_count as added, changed_count as changed, removed_count as removed, unchanged_count as unchanged,
      renumbered_count as renumbered
    from meta.change_counts`
  );

const hope = {id: "1", name: "Hope Center", street: "1 Main St", phone: "+16145550101"};
const haven = {id: "2", name: "Haven", street: "2 Oak Ave", phone: "+16145550102"};
const harbor = {id: "3", name: "Harbor", street: "3 Elm St", phone: "+16145550103"};

it("equal builds have no change, whatever the order of their records", async () => {
  const warehouse = await changesBetween([hope, haven], [haven, hope]);
  expect(await changes(warehouse)).toEqual([]);
  expect(await counts(warehouse)).toEqual([{added: 0, changed: 0, removed: 0, unchanged: 2, renumbered: 0}]);
});

it("added, removed, renamed, moved and changed organizations are told apart", async () => {
  const before = [hope, haven, harbor, {id: "4", name: "Gone"}];
  const after = [
    {...hope, name: "New Hope Center"},
    {...haven, street: "9 Pine Rd"},
    {...harbor, services: ["detox", "peer support"], phone: "+16145550199"},
    {id: "5", name: "Fresh Start"}
  ];
  const warehouse = await changesBetween(before, after);
  expect(await changes(warehouse)).toEqual([
    "added|5|||||data",
    `changed|3|3|phone|+16145550103|+16145550199|data`,
    `changed|3|3|services|["detox"]|["detox","peer support"]|data`,
    "moved|2|2|address|2 Oak Ave, Dayton, OH|9 Pine Rd, Dayton, OH|data",
    "removed|4|4||||data",
    "renamed|1|1|name|Hope Center|New Hope Center|data"
  ]);
  expect(await counts(warehouse)).toEqual([{added: 1, changed: 3, removed: 1, unchanged: 0, renumbered: 0}]);
});

it("a new first record that shifts all running numbers is one addition, not three moves", async () => {
  const shifted = [
    {id: "1", name: "Anchor", street: "5 Bay St"},
    {...hope, id: "2"},
    {...haven, id: "3"},
    {...harbor, id: "4"}
  ];
  const warehouse = await changesBetween([hope, haven, harbor], shifted);
  expect(await changes(warehouse)).toEqual([
    "added|1|||||data",
    "renumbered|2|1|id|1|2|data",
    "renumbered|3|2|id|2|3|data",
    "renumbered|4|3|id|3|4|data"
  ]);
  expect(await counts(warehouse)).toEqual([{added: 1, changed: 0, removed: 0, unchanged: 3, renumbered: 3}]);
});

it("an id that went to another organization does not pair the two", async () => {
  const warehouse = await changesBetween([hope], [{...harbor, id: "1"}]);
  expect(await changes(warehouse)).toEqual(["added|1|||||data", "removed|1|1||||data"]);
});

it("a renumbered organization that was renamed or moved is recognised by what it alone kept", async () => {
  const after = [
    {...hope, id: "8", name: "New Hope"},
    {...haven, id: "9", street: "9 Pine Rd"}
  ];
  const warehouse = await changesBetween([hope, haven], after);
  expect((await changes(warehouse)).map((row) => row.split("|").slice(0, 3).join())).toEqual([
    "moved,9,2",
    "renamed,8,1",
    "renumbered,8,1",
    "renumbered,9,2"
  ]);
});

it("of several records with one name and address each keeps its own id, and one that goes is one removal", async () => {
  const twins = ["1", "2", "3"].map((id) => ({...hope, id, bytes: id}));
  const warehouse = await changesBetween(twins, twins.slice(1));
  expect(await changes(warehouse)).toEqual(["removed|1|1||||data"]);
});

it("another spelling of the same name or address is a changed field, no renaming and no move", async () => {
  const warehouse = await changesBetween([hope], [{...hope, name: "HOPE-Center", street: "1 Main St."}]);
  expect(await changes(warehouse)).toEqual([
    "changed|1|1|address_street|1 Main St|1 Main St.|data",
    "changed|1|1|name|Hope Center|HOPE-Center|data"
  ]);
});

it("a record with the same bytes that comes out otherwise is laid to the code or the engine", async () => {
  const before = [
    {...hope, bytes: "same"},
    {...haven, bytes: "old"}
  ];
  const after = [
    {...hope, bytes: "same", services: ["detoxification"]},
    {...haven, bytes: "new", phone: "+16145550177"}
  ];
  const warehouse = await changesBetween(before, after, {...DATA, data: "d2", code: "c2"});
  expect(await changes(warehouse)).toEqual([
    `changed|1|1|services|["detox"]|["detoxification"]|code`,
    "changed|2|2|phone|+16145550102|+16145550177|data"
  ]);
  const upgraded = await changesBetween(before, after, {...DATA, data: "d2", code: "c2", engine: "1.6.0"});
  expect((await changes(upgraded)).map((row) => row.split("|").at(-1))).toEqual(["code and engine", "data"]);
});

it("every headline number is there, old and new, with the input that changed as its cause", async () => {
  const headlines = async (inputs: BuildInputs) => {
    const warehouse = await changesBetween([hope], [hope, haven], inputs);
    return warehouse.rows(
      "select name, old_value, new_value, cause from meta.headline_changes order by name"
    );
  };
  const rows = await headlines({...DATA, data: "d2"});
  const [{count}] = (await (
    await warehouseOf([])
  ).rows<{count: number}>("select count(*)::integer as count from marts.headline_numbers")) as [
    {count: number}
  ];
  expect(rows).toHaveLength(count);
  expect(rows).toContainEqual({name: "organizations", old_value: 1, new_value: 2, cause: "data"});
  expect(rows).toContainEqual({name: "states", old_value: 1, new_value: 1, cause: null});
  const organizations = async (inputs: BuildInputs) =>
    (await headlines(inputs)).find(({name}) => name === "organizations")!.cause;
  expect(await organizations({...DATA, code: "c2"})).toBe("code");
  expect(await organizations({...DATA, engine: "1.6.0"})).toBe("engine");
  expect(await organizations({...DATA, data: "d2", code: "c2", engine: "1.6.0"})).toBe(
    "data and code and engine"
  );
});

it("building the same inputs again keeps the record of the last change", async () => {
  const second = await changesBetween([hope], [hope, haven]);
  const recorded = [
    await changes(second),
    await counts(second),
    await second.rows("from meta.build_inputs order by input")
  ];
  const published = second.path;
  second.close();
  const third = await warehouseOf([hope, haven]);
  await compareWithPublished(third, published, {inputs: {...DATA, data: "d2"}});
  expect([
    await changes(third),
    await counts(third),
    await third.rows("from meta.build_inputs order by input")
  ]).toEqual(recorded);
  expect(recorded[0]).toEqual(["added|2|||||data"]);
});

it("the first build has headline numbers and no changes", async () => {
  const warehouse = await warehouseOf([hope]);
  await compareWithPublished(warehouse, join(folder, "none.duckdb"), {inputs: DATA});
  expect(await changes(warehouse)).toEqual([]);
  expect(await counts(warehouse)).toEqual([]);
  expect(await warehouse.rows("select distinct old_value, cause from meta.headline_changes")).toEqual([
    {old_value: null, cause: null}
  ]);
});

it("a column that the published warehouse does not have yet makes no record a changed one", async () => {
  const published = join(folder, "warehouse.duckdb");
  const first = await warehouseOf([hope], published);
  await first.run("alter table main.organizations drop county");
  first.close();
  const candidate = await warehouseOf([hope]);
  await candidate.run("update main.organizations set county = 'Montgomery'");
  await compareWithPublished(candidate, published, {inputs: DATA});
  expect(await changes(candidate)).toEqual([]);
});

it("an input that the published warehouse did not record is no cause, unless it recorded none", async () => {
  const causeAfter = async (recorded: string) => {
    const published = join(folder, `recorded-${++count}.duckdb`);
    const first = await warehouseOf([hope], published);
    await first.run(`insert into meta.build_inputs ${recorded}`);
    first.close();
    const second = await warehouseOf([hope, haven]);
    await compareWithPublished(second, published, {inputs: DATA});
    return (await second.rows("select cause from meta.headline_changes where name = 'organizations'"))[0]!
      .cause;
  };
  expect(
    await causeAfter(
      "values ('data', 'd1', null, false), ('code', 'c0', null, false), ('engine', '1.5.6', null, false)"
    )
  ).toBe("code");
  expect(await causeAfter("from meta.build_inputs limit 0")).toBe("data and code and engine and marts");
});
