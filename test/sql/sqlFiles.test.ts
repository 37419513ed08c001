import {existsSync, readdirSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {tablesRead} from "../../src/warehouse/dependencies.js";
import {Warehouse} from "../../src/warehouse/open.js";
import {readSqlFolder} from "../../src/warehouse/sqlFile.js";

/** The schemas that a folder’s files may read. */
const MAY_READ: Record<string, string[]> = {
  "sql/staging": ["raw", "staging", "reference"],
  "sql/conformed": ["raw", "staging", "conformed", "reference"],
  "sql/tables": ["staging", "conformed", "main", "reference"],
  "sql/meta": ["raw", "staging", "conformed", "main", "meta", "reference"],
  "sql/marts": ["main", "analysis", "marts", "meta", "reference"],
  "sql/views": ["main", "analysis", "marts", "meta", "reference"],
  "sql/checks": ["main", "analysis", "marts", "meta", "reference"],
  "sql/benchmarks": ["main", "analysis", "marts", "meta", "reference"],
  "data-loaders": ["marts", "meta"]
};

/** The headers that each file of a folder must have. */
const HEADERS: Record<string, string[]> = {
  "sql/staging": ["grain"],
  "sql/conformed": ["grain"],
  "sql/tables": ["grain"],
  "sql/meta": ["grain"],
  "sql/marts": ["grain"],
  "sql/views": ["grain"],
  "sql/checks": ["severity", "table", "because"],
  "sql/benchmarks": ["title", "class", "budget_ms"],
  "data-loaders": ["title", "grain"]
};

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
});
afterAll(() => warehouse.close());

for (const [folder, schemas] of Object.entries(MAY_READ)) {
  const files = existsSync(folder) ? readSqlFolder(folder) : [];
  describe.runIf(files.length)(folder, () => {
    it.each(files.map((file) => [file.path, file] as const))(
      "%s reads only what its folder may",
      async (_, file) => {
        const read = (await tablesRead(warehouse, file)).map((table) => table.split(".")[0]!);
        expect(read.filter((schema) => !schemas.includes(schema))).toEqual([]);
      }
    );
    it.each(files.map((file) => [file.path, file] as const))("%s has its headers", (_, file) => {
      expect(Object.keys(file.header)).toEqual(expect.arrayContaining(HEADERS[folder]!));
    });
  });
}

const published = ["sql/checks", "sql/marts", "sql/views", "data-loaders"]
  .filter(existsSync)
  .flatMap(readSqlFolder);
it.each(published.map((file) => [file.path, file] as const))(
  "%s binds against a built warehouse",
  async (_, file) => {
    expect((await warehouse.rows(`describe ${file.text}`)).length).toBeGreaterThan(0);
  }
);

it("names only parameters that exist", async () => {
  const {name: names} = await warehouse.columns("select name from meta.parameters");
  const used = readdirSync("sql", {recursive: true, encoding: "utf8"})
    .filter((path) => path.endsWith(".sql") && path.includes("/"))
    .map((path) => path.split("/")[0]!);
  const texts = [...new Set(used)].flatMap((folder) => readSqlFolder(`sql/${folder}`));
  const named = texts.flatMap(({text, path}) =>
    Array.from(text.matchAll(/meta\.parameters where name = '(\w+)'/g), ([, name]) => ({name: name!, path}))
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({name}) => !names!.includes(name))).toEqual([]);
});

describe("the checks can fail", () => {
  it("finds a planted defect with each error-level check of the tables", async () => {
    const broken = await Warehouse.open(":memory:");
    await broken.run(`attach '${warehousePath({state: inject("fixtureState")})}' as fixture (read_only)`);
    await broken.run("copy from database fixture to memory");
    await broken.run("detach fixture");
    const plants: Record<string, string> = {
      record_counts_match_ledger: "delete from meta.ledger where record_id = 1",
      loaded_records_are_organizations: "delete from main.organizations where id = 'ORG_0001'",
      merged_records_point_to_organizations:
        "update meta.ledger set organization_id = 'NOBODY' where disposition = 'merged'",
      organization_has_required_fields:
        "update main.organizations set organization_type = 'hotel' where id = 'ORG_0002'",
      organization_state_is_known: "update main.organizations set address_state = 'XX' where id = 'ORG_0002'",
      organization_services_are_related: "insert into main.organization_services values ('NOBODY', 'DT')",
      organization_services_are_unique:
        "insert into main.organization_services select * from main.organization_services limit 1",
      keys_are_unique: "insert into analysis.sites select * from analysis.sites limit 1",
      service_lists_are_consistent: "update main.organizations set services = ['x'] where id = 'ORG_0003'",
      continuum_is_related: "insert into main.organization_continuum values ('ORG_0002', 'spa')",
      coordinates_are_in_range:
        "update main.organizations set latitude = 0.5, longitude = 0.5 where id = 'ORG_0002'"
    };
    for (const [name, statement] of Object.entries(plants)) {
      const file = readSqlFolder("sql/checks").find((check) => check.name === name)!;
      expect(await broken.rows(file.text), `${name} before`).toEqual([]);
      await broken.run("begin");
      await broken.run(statement);
      expect((await broken.rows(file.text)).length, `${name} after`).toBeGreaterThan(0);
      await broken.run("rollback");
    }
    broken.close();
  });
});
