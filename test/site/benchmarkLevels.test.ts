import {expect, it} from "vitest";
import {formatLevel, timesPromised, type ServiceLevel} from "../../reports/components/benchmarkLevels.js";

const level = (given: Partial<ServiceLevel>): ServiceLevel => ({
  title: "Lookups",
  unit: "ms",
  direction: "at most",
  target: 10,
  value: 5,
  is_met: true,
  ...given
});

it("a promise is kept up to once what was promised, whichever way it goes", () => {
  expect(timesPromised(level({}))).toBe(0.5);
  expect(timesPromised(level({value: 15}))).toBe(1.5);
  expect(timesPromised(level({direction: "at least", target: 100, value: 400}))).toBe(0.25);
  expect(timesPromised(level({direction: "at least", target: 0.95, value: 0.5}))).toBeCloseTo(1.9);
  expect(timesPromised(level({value: null}))).toBeNull();
});

it("a level is said in its unit, a share as a percentage", () => {
  expect(formatLevel(2.589, "ms")).toBe("2.59 ms");
  expect(formatLevel(0.95, "share")).toBe("95%");
  expect(formatLevel(null, "MB")).toBe("–");
});
