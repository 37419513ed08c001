import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

const FOLDER = "sql/seeds";
const seeds = readdirSync(FOLDER).map((file) => basename(file, ".csv"));

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
  for (const seed of seeds)
    await warehouse.run(`copy reference.${seed} from '${join(FOLDER, `${seed}.csv`)}' (format csv, header)`);
});

afterAll(() => warehouse?.close());

const values = async (sql: string) => (await warehouse.rows<{value: unknown}>(sql)).map(({value}) => value);

describe.each(seeds)("%s.csv", (seed) => {
  it("has exactly the columns of its table, in their order", async () => {
    const columns = await values(
      `select column_name as value from information_schema.columns
       where table_schema = 'reference' and table_name = '${seed}' order by ordinal_position`
    );
    expect(readFileSync(join(FOLDER, `${seed}.csv`), "utf8").split("\n")[0]).toBe(columns.join(","));
  });

  it("holds no value with a space at either end", async () => {
    expect(
      await values(
        `select to_json(seed)::varchar as value from reference.${seed} as seed
         where regexp_matches(to_json(seed)::varchar, '":" | "[,}]')`
      )
    ).toEqual([]);
  });
});

it("lists 50 states, DC, five territories and three associated states", async () => {
  expect(
    await warehouse.rows(
      "select kind, count(*)::integer as n from reference.states group by kind order by kind"
    )
  ).toEqual([
    {kind: "associated_state", n: 3},
    {kind: "district", n: 1},
    {kind: "state", n: 50},
    {kind: "territory", n: 5}
  ]);
});

it("sums the states and DC to the published resident population of 2020, 331,449,281", async () => {
  expect(
    await values(
      "select sum(population_2020)::integer as value from reference.states where region is not null"
    )
  ).toEqual([331_449_281]);
});

it("sums each Census region to its published population of 2020", async () => {
  expect(
    await warehouse.rows(
      `select region, sum(population_2020)::integer as people from reference.states
       where region is not null group by region order by region`
    )
  ).toEqual([
    {region: "Midwest", people: 68_985_454},
    {region: "Northeast", people: 57_609_148},
    {region: "South", people: 126_266_107},
    {region: "West", people: 78_588_572}
  ]);
});

it("holds all 316 codes under unique names, in any case of letters", async () => {
  expect(
    await warehouse.rows(
      `select count(*)::integer as codes, count(distinct lower(name))::integer as names from reference.service_codes`
    )
  ).toEqual([{codes: 316, names: 316}]);
});

it("gives each code one of the five kinds and an upper-case code", async () => {
  expect(
    await values(
      `select code as value from reference.service_codes
       where kind not in ('service', 'payment', 'population', 'language', 'facility') or code <> upper(code)`
    )
  ).toEqual([]);
});

it("leaves out MSNH, a column of the 2025 export that the code book does not explain", async () => {
  expect(await values("select code as value from reference.service_codes where code = 'MSNH'")).toEqual([]);
});

it.each([
  ["MC", "Medicare", "payment"],
  ["MD", "Medicaid", "payment"],
  ["SF", "Cash or self-payment", "payment"],
  ["SS", "Sliding fee scale", "payment"],
  ["WI", "Psychiatric emergency walk-in", "service"],
  ["PED", "Program for eating disorders", "population"],
  ["MOA", "Accepts opioid medication prescribed elsewhere", "service"]
])("gives %s the code book's meaning: %s", async (code, name, kind) => {
  expect(
    await warehouse.rows("select name, kind from reference.service_codes where code = $code", {code})
  ).toEqual([{name, kind}]);
});

it.each(["service_labels", "conversion_labels", "continuum"])(
  "%s refers only to known codes",
  async (table) => {
    expect(
      await values(
        `select code as value from reference.${table} anti join reference.service_codes using (code)`
      )
    ).toEqual([]);
  }
);

it.each(["service_labels", "conversion_labels"])("%s is in lower case", async (table) => {
  expect(
    await values(`select label as value from reference.${table} where label <> lower(trim(label))`)
  ).toEqual([]);
});

it("takes a label at its word, except where the conversion wrote it", async () => {
  expect(
    await warehouse.rows(
      `select label, service_labels.code as word, conversion_labels.code as conversion
       from reference.service_labels join reference.conversion_labels using (label)
       where service_labels.code <> conversion_labels.code order by label`
    )
  ).toEqual([
    {label: "children", word: "CHLD", conversion: "PED"},
    {label: "medicaid", word: "MD", conversion: "MC"},
    {label: "medicare", word: "MC", conversion: "MD"},
    {label: "methadone available", word: "MU", conversion: "MM"},
    {label: "partial hospitalization", word: "PHDT", conversion: "PH"},
    {label: "sliding fee", word: "SS", conversion: "SF"},
    {label: "sliding fee scale", word: "SS", conversion: "SF"}
  ]);
});

it("gives every step of the continuum at least one code, and knows every step it uses", async () => {
  expect(
    await values(
      `select step as value from reference.continuum_steps full join reference.continuum using (step)
       where position is null or code is null`
    )
  ).toEqual([]);
});

it("does not count clients medicated elsewhere as medication for opioid use disorder", async () => {
  expect(await values("select step as value from reference.continuum where code in ('MOA', 'PC')")).toEqual(
    []
  );
});
