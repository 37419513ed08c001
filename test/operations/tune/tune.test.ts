import {copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {warehousePath} from "../../../src/config.js";
import {readBenchmarkQueries} from "../../../src/operations/benchmark/benchmarkQuery.js";
import {alternatives} from "../../../src/operations/tune/alternatives.js";
import {type Operator, profile} from "../../../src/operations/tune/profile.js";
import {queryColumns} from "../../../src/operations/tune/queryColumns.js";
import {runTune} from "../../../src/operations/tune/runTune.js";
import {type Trial, tryAlternative} from "../../../src/operations/tune/tryAlternative.js";
import {tuneLines} from "../../../src/operations/tune/tuneLines.js";
import {Warehouse} from "../../../src/warehouse/open.js";

const query = readBenchmarkQueries().find(({name}) => name === "service_in_state")!;

let folder: string;
let path: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "workbench-tune-"));
  path = join(folder, "warehouse.duckdb");
  const warehouse = await Warehouse.open(path);
  await warehouse.run(
    `create table main.numbers as
     select ((range * 7919) % 1_000_000)::integer as n, md5(range::varchar) as text from range(1_000_000)`
  );
  warehouse.close();
});
afterAll(() => rmSync(folder, {recursive: true}));

const operators = (operator: Operator): Operator[] => [operator, ...operator.children.flatMap(operators)];

it("profiles a query as a tree whose shares add up, with rows expected beside rows found", async () => {
  const warehouse = await Warehouse.open(path, {readOnly: true});
  const tree = await profile(warehouse, "select count(*) from main.numbers where n < $limit", {limit: 1000});
  warehouse.close();
  const all = operators(tree);
  expect(all.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 9);
  const scan = all.find(({name}) => name.includes("SCAN"))!;
  expect(scan.rowCount).toBe(1000);
  expect(scan.estimatedRowCount).toBeGreaterThan(0);
  expect(scan.detail).toContain("numbers");
});

it("finds the tables of a query, the columns that it names and those that it filters by", async () => {
  const warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
  const [use] = await queryColumns(warehouse, query.file);
  warehouse.close();
  expect(use).toMatchObject({
    table: "main.organizations",
    columns: ["id", "name", "address_city", "address_state", "phone", "services"],
    filtered: ["address_state", "services"]
  });
});

it("rewrites a filter on the list of services for the inverted table, and leaves small tables alone", () => {
  const use = {table: "main.organizations", rowCount: 100, columns: ["id"], filtered: ["id"]};
  const kinds = (rowCount: number) => alternatives(query, [{...use, rowCount}], 2).map(({kind}) => kind);
  expect(kinds(100)).toEqual(["inverted table", "threads", "threads"]);
  expect(kinds(10_000)).toEqual([
    "sort order",
    "index",
    "fewer columns",
    "inverted table",
    "threads",
    "threads"
  ]);
  const inverted = alternatives(query, [], 2).find(({kind}) => kind === "inverted table")!;
  expect(inverted.text).toContain("where service_name = $service)");
  expect(inverted.text).not.toContain("list_contains");
});

describe("tryAlternative", () => {
  const inputs = () => ({
    folder,
    path,
    text: "select max(text) as text from main.numbers where n between $n and $n + 2000",
    parameters: [{n: 5}, {n: 990_000}],
    rounds: 9,
    worthwhile: 0.8
  });

  it("recommends an order that lets the query skip nearly all rows, and says what it costs", async () => {
    const statements = ["create or replace table main.numbers as select * from main.numbers order by n"];
    const trial = await tryAlternative({kind: "sort order", title: "sorted", statements}, inputs());
    expect(trial).toMatchObject({isRecommended: true, note: null});
    expect(trial.afterCpuMs).toBeLessThan(0.8 * trial.beforeCpuMs);
    expect(trial.buildMs).toBeGreaterThan(0);
  });

  it("recommends nothing that changes the answer", async () => {
    const statements = ["update main.numbers set text = 'y' where n = 990_000"];
    const trial = await tryAlternative({kind: "index", title: "wrong", statements}, inputs());
    expect(trial).toMatchObject({isRecommended: false});
    expect(trial.note).toMatch(/^another answer: row 1/);
  });

  it("says what cannot be tried", async () => {
    const statements = ["create index tuned on main.nothing (n)"];
    const trial = await tryAlternative({kind: "index", title: "absent", statements}, inputs());
    expect(trial.note).toMatch(/^cannot be tried: .*nothing/);
  });
});

it("tells trials that gain, that do not and that do not count apart, and what each costs", () => {
  const trial = {
    kind: "index" as const,
    title: "an index",
    beforeMs: 4,
    afterMs: 2,
    beforeCpuMs: 4,
    afterCpuMs: 2,
    buildMs: 300,
    addedMb: 1.5,
    isRecommended: true,
    note: null
  };
  const trials: Trial[] = [
    trial,
    {...trial, kind: "threads", title: "threads = 1", afterMs: 4, isRecommended: false},
    {...trial, title: "wrong", isRecommended: false, note: "another answer"}
  ];
  const plan = {
    name: "SCAN",
    detail: "",
    share: 1,
    durationMs: 1,
    rowCount: 1,
    estimatedRowCount: null,
    children: []
  };
  const lines = tuneLines({name: "q", title: "A question", obstacle: null, plan, trials});
  expect(lines).toContain(
    "  gain         an index: 4.00 → 2.00 ms (processor 4.00 → 2.00 ms); +1.5 MB, 0.30 s to make"
  );
  expect(lines).toContain(
    "  no gain      threads = 1: 4.00 → 4.00 ms (processor 4.00 → 2.00 ms); a setting alone"
  );
  expect(lines).toContain("  not counted  wrong: another answer");
});

describe("runTune", () => {
  it("profiles and tries without touching the published warehouse", async () => {
    const state = join(folder, "state");
    const published = warehousePath({state: inject("fixtureState")});
    const config = {sources: null, state, reference: null, database: "production"} as const;
    await expect(runTune(config, {query: "organization_contact"})).rejects.toThrow(/^no warehouse at /);
    mkdirSync(state);
    copyFileSync(published, warehousePath(config));
    const before = readFileSync(warehousePath(config));
    const [result] = await runTune(config, {query: "organization_contact"});
    expect(result).toMatchObject({name: "organization_contact", obstacle: null});
    expect(result!.trials.map(({kind}) => kind)).toEqual(["threads", "threads"]);
    expect(tuneLines(result!).join("\n")).toMatch(/Recommended/);
    expect(readFileSync(warehousePath(config)).equals(before)).toBe(true);
    await expect(runTune(config, {query: "fly"})).rejects.toThrow(/^unknown query: fly; choose one of /);
  });
});
