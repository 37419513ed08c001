import {describe, expect, it} from "vitest";
import {distribution} from "../../../src/operations/benchmark/distribution.js";
import {compareWithEarlier} from "../../../src/operations/benchmark/regressions.js";
import {measured} from "../../../src/operations/benchmark/result.js";
import {difference} from "../../../src/operations/benchmark/sameRows.js";
import {serviceLevels} from "../../../src/operations/benchmark/serviceLevels.js";
import type {BenchmarkResult, BenchmarkRun} from "../../../src/pipeline/benchmarkLog.js";

describe("distribution", () => {
  it("gives the quantiles of R's type 7", () => {
    // R: quantile(c(1, 2, 4, 8, 16), c(.5, .95, .99)) is 4, 14.4, 15.68.
    const {minimum, p50, p95, p99, maximum, count} = distribution([16, 1, 8, 2, 4]);
    expect([minimum, p50, maximum, count]).toEqual([1, 4, 16, 5]);
    expect(p95).toBeCloseTo(14.4, 12);
    expect(p99).toBeCloseTo(15.68, 12);
  });
});

describe("compareWithEarlier", () => {
  const result = (value: number, unit: BenchmarkResult["unit"] = "ms") =>
    measured([value], {part: "warm", name: unit, title: "Q", unit});
  const run = (machineId: string, values: BenchmarkResult[]) =>
    ({machine: {machineId}, results: values}) as BenchmarkRun;
  const earlier = [
    run("here", [result(10), result(1000, "records/s")]),
    run("here", [result(30), result(2000, "records/s")]),
    run("here", [result(12), result(1500, "records/s")]),
    run("there", [result(1), result(1, "records/s")])
  ];
  const options = {machineId: "here", share: 0.25};

  it("sets the median of earlier runs on the same machine beside each figure", () => {
    const [slower, rate] = compareWithEarlier([result(15.1), result(1400, "records/s")], earlier, options);
    expect(slower).toMatchObject({baseline: 12, isRegression: true});
    expect(slower!.change).toBeCloseTo(3.1 / 12, 12);
    expect(rate).toMatchObject({baseline: 1500, isRegression: false});
  });

  it("warns only beyond the given share, and of a rate that falls", () => {
    expect(compareWithEarlier([result(15)], earlier, options)[0]!.isRegression).toBe(false);
    expect(compareWithEarlier([result(1100, "records/s")], earlier, options)[0]!.isRegression).toBe(true);
    expect(compareWithEarlier([result(4000, "records/s")], earlier, options)[0]!.isRegression).toBe(false);
  });

  it("says nothing where there is no earlier run on this machine", () => {
    expect(compareWithEarlier([result(99)], earlier, {...options, machineId: "new"})[0]).toMatchObject({
      baseline: null,
      isRegression: false
    });
  });
});

describe("serviceLevels", () => {
  const parameters = {level_quick_ms: 100, level_quick_share: 0.95, level_write_rate: 10_000};
  const query = (values: number[], more: Partial<BenchmarkResult> = {}) =>
    measured(values, {
      part: "warm",
      name: "q",
      title: "Q",
      unit: "ms",
      queryClass: "lookup",
      target: 10,
      isEqual: true,
      ...more
    });

  it("takes the slowest query of a class", () => {
    const [lookup] = serviceLevels([query([1, 2]), query([9, 9])], [], {parameters});
    expect(lookup).toMatchObject({name: "lookup", value: 9, isMet: true});
    expect(serviceLevels([query([1]), query([11])], [], {parameters})[0]).toMatchObject({isMet: false});
  });

  it("fails a class with a wrong answer, however fast", () => {
    const levels = serviceLevels([query([1], {isEqual: false, note: "wrong answer"})], [], {parameters});
    expect(levels[0]).toMatchObject({value: 1, isMet: false, note: "wrong answer"});
  });

  it("neither meets nor misses what was not measured", () => {
    expect(serviceLevels([], [], {parameters})[0]).toMatchObject({value: null, isMet: null});
  });

  it("counts the share of statements within the limit", () => {
    const levels = serviceLevels([], [1, 2, 3, 100], {parameters});
    expect(levels.find(({name}) => name === "quick_share")).toMatchObject({value: 0.75, isMet: false});
  });
});

describe("difference", () => {
  it("takes lists as JSON text and truth values as numbers", () => {
    expect(difference([['["a","b"]', 1, 3n]], [[["a", "b"], true, 3]])).toBeNull();
    expect(difference([['["a"]', 1]], [[["a", "b"], true]])).toMatch(/^row 1: /);
    expect(difference([[0]], [[true]])).toMatch(/^row 1: /);
  });

  it("allows for rounding and nothing more", () => {
    expect(difference([[0.1 + 0.2]], [[0.3]])).toBeNull();
    expect(difference([[0.3001]], [[0.3]])).toBe("row 1: 0.3001 instead of 0.3");
    expect(difference([[null]], [[0]])).toBe("row 1: null instead of 0");
  });
});
