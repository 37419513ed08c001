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
  const result = (values: number[], unit: BenchmarkResult["unit"] = "ms") =>
    measured(values, {part: "warm", name: unit, title: "Q", unit});
  const here = {
    machine: {machineId: "here", cpuCount: 2},
    isQuick: false,
    loadAverage: 0.5,
    organizationCount: 1000
  };
  const run = (values: BenchmarkResult[], more: object = {}) =>
    ({...here, results: values, ...more}) as BenchmarkRun;
  const limits = {share: 0.25, sizeShare: 0.1, leastRuns: 2};
  const earlier = [
    run([result([9, 10, 11]), result([900, 1000, 1100], "records/s")]),
    run([result([11, 14, 30]), result([1800, 2000, 2200], "records/s")]),
    run([result([10, 12, 20]), result([1400, 1500, 1600], "records/s")])
  ];
  const compared = (given: BenchmarkResult, runs = earlier) =>
    compareWithEarlier([given], runs, here, limits)[0]!;

  it("sets the median of earlier runs beside each figure", () => {
    expect(compared(result([15, 15.1, 16]))).toMatchObject({baseline: 12, isRegression: true});
    expect(compared(result([15, 15.1, 16])).change).toBeCloseTo(3.1 / 12, 12);
    expect(compared(result([1400, 1450, 1500], "records/s"))).toMatchObject({
      baseline: 1500,
      isRegression: false
    });
  });

  it("warns only beyond the given share, and of a rate that falls", () => {
    expect(compared(result([14.9, 15, 15.1])).isRegression).toBe(false);
    expect(compared(result([700, 800, 900], "records/s")).isRegression).toBe(true);
    expect(compared(result([4000], "records/s")).isRegression).toBe(false);
  });

  it("does not warn of what an earlier run had too, nor where the best measurement is as good as ever", () => {
    const noisy = [...earlier, run([result([10, 16, 40])])];
    expect(compared(result([15, 15.9, 17]), noisy).isRegression).toBe(false);
    expect(compared(result([10, 18, 30])).isRegression).toBe(false);
    expect(compared(result([14, 18, 30])).isRegression).toBe(true);
  });

  it.each([
    ["another machine", {machine: {machineId: "there", cpuCount: 2}}],
    ["a quick run", {isQuick: true}],
    ["a busy machine", {loadAverage: 5}],
    ["a larger directory", {organizationCount: 10_000}]
  ])("leaves out runs of %s", (_, more) => {
    const others = earlier.map((d) => run(d.results, more));
    expect(compared(result([99]), others)).toMatchObject({baseline: null, isRegression: false});
  });

  it("gives the baseline but no warning where a single run tells nothing of the spread", () => {
    expect(compared(result([99]), earlier.slice(0, 1))).toMatchObject({baseline: 10, isRegression: false});
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
