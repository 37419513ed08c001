import {expect, it} from "vitest";
import {stepGrowth} from "../../../src/operations/scale/growth.js";
import type {ScalePoint} from "../../../src/operations/scale/measureScale.js";

const point = (scale: number, steps: Record<string, number>) =>
  ({
    scale,
    steps: Object.entries(steps).map(([step, durationMs]) => ({
      step,
      durationMs,
      cpuMs: null,
      peakBytes: null,
      rowCount: null
    }))
  }) as ScalePoint;

it("tells a quadratic step from a linear one, the fastest growing first, and leaves out short ones", () => {
  const from = point(1000, {linear: 300, quadratic: 50, short: 1});
  const to = point(10_000, {linear: 3000, quadratic: 5000, short: 100, fresh: 900});
  expect(stepGrowth(from, to)).toEqual([
    {step: "quadratic", fromMs: 50, toMs: 5000, exponent: 2},
    {step: "linear", fromMs: 300, toMs: 3000, exponent: 1}
  ]);
});

it("goes by processor time where it is known", () => {
  const measured = (cpuMs: number, durationMs: number) => ({
    ...point(cpuMs, {}),
    steps: [{step: "land", durationMs, cpuMs, peakBytes: null, rowCount: null}]
  });
  expect(stepGrowth(measured(1000, 9000), measured(10_000, 20_000))[0]!.exponent).toBe(1);
});
