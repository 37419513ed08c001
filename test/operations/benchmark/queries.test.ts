import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {warehousePath} from "../../../src/config.js";
import {ANSWERS} from "../../../src/operations/benchmark/answers/answer.js";
import {
  type BenchmarkQuery,
  obstacle,
  readBenchmarkQueries
} from "../../../src/operations/benchmark/benchmarkQuery.js";
import {type AnswerChecker, answerChecker} from "../../../src/operations/benchmark/checkAnswers.js";
import {readDirectory} from "../../../src/operations/benchmark/directory.js";
import {drawParameters} from "../../../src/operations/benchmark/drawParameters.js";
import {timeWarm} from "../../../src/operations/benchmark/timeQueries.js";
import {Warehouse} from "../../../src/warehouse/open.js";
import {readSqlFolder} from "../../../src/warehouse/sqlFile.js";

/** The plan's classes and their budgets, milliseconds. */
const BUDGETS = {lookup: 10, geographic: 50, service: 100, network: 200, aggregation: 500};

const queries = readBenchmarkQueries();
let warehouse: Warehouse;
let check: AnswerChecker;
beforeAll(async () => {
  warehouse = await Warehouse.open(warehousePath({state: inject("fixtureState")}), {readOnly: true});
  check = answerChecker(await readDirectory(warehouse));
});
afterAll(() => warehouse.close());

it("has queries of each of the plan's classes, with the plan's budgets", () => {
  expect(Object.fromEntries(queries.map((d) => [d.queryClass, d.budgetMs]))).toEqual(BUDGETS);
  expect(queries.every((d) => d.budgetMs === BUDGETS[d.queryClass])).toBe(true);
});

it("has one independent answer for each query", () => {
  expect(Object.keys(ANSWERS).sort()).toEqual(queries.map(({name}) => name).sort());
});

describe.each(queries.map((query) => [query.name, query] as const))("%s", (name, query) => {
  it("answers as plain JavaScript does, for parameters drawn from the data", async (context) => {
    const reason = await obstacle(warehouse, query);
    if (reason !== null) return context.skip(reason);
    const parameters = await drawParameters(warehouse, query, {count: 30, seed: 7});
    expect(await drawParameters(warehouse, query, {count: 30, seed: 7})).toEqual(parameters);
    const timings = await timeWarm(warehouse, [{query, parameters, obstacle: null}], {rounds: 30, seed: 1});
    expect(timings.get(name)).toHaveLength(30);
    expect(check(name, timings.get(name)!)).toBeNull();
    const answered = timings.get(name)!.find(({rows}) => rows.length > 0) ?? timings.get(name)![0]!;
    const {rows} = answered;
    const more = {...answered, rows: [...rows, ["x"]]};
    expect(check(name, [more])).toMatch(/rows instead/);
    if (rows.length === 0) return;
    const wrong = {...answered, rows: [...rows.slice(0, -1), rows.at(-1)!.map(() => "x")]};
    expect(check(name, [wrong])).toMatch(/^row \d+: "x" instead of/);
  });
});

it.each(readSqlFolder("sql/benchmarks/comparison/workbench").map((file) => [file.name, file] as const))(
  "computes %s for the comparison as plain JavaScript does, without a materialized view",
  async (name, file) => {
    expect(file.text).not.toMatch(/main\.(state_summary|service_coverage|network_density)/);
    const query: BenchmarkQuery = {...queries.find((d) => d.name === name)!, file};
    const parameters = await drawParameters(warehouse, query, {count: 10, seed: 7});
    const timings = await timeWarm(warehouse, [{query, parameters, obstacle: null}], {rounds: 10, seed: 1});
    expect(check(name, timings.get(name)!)).toBeNull();
  }
);
