import type {MeasuredStep} from "./measuredRun.js";
import type {ScalePoint} from "./measureScale.js";

/**
 * How a step grew between two sizes: the exponent of the records, so that 1 is linear and 2 quadratic. By processor
 * time where the system tells it, which other programs hardly change; else by the clock.
 */
export interface StepGrowth {
  step: string;
  fromMs: number;
  toMs: number;
  exponent: number;
}

/** Below this a step’s time is mostly its overhead, and its growth says nothing. */
const SHORTEST_MS = 200;

/** Returns how each step grew from one size to another, the fastest growing first; steps that stayed short are left out. */
export function stepGrowth(from: ScalePoint, to: ScalePoint): StepGrowth[] {
  const factor = to.scale / from.scale;
  const before = new Map(from.steps.map((measured) => [measured.step, timeOf(measured)]));
  return to.steps
    .filter((measured) => timeOf(measured) >= SHORTEST_MS && before.has(measured.step))
    .map((measured) => {
      const [fromMs, toMs] = [Math.max(before.get(measured.step)!, 1), timeOf(measured)];
      return {step: measured.step, fromMs, toMs, exponent: Math.log(toMs / fromMs) / Math.log(factor)};
    })
    .sort((a, b) => b.exponent - a.exponent);
}

function timeOf({cpuMs, durationMs}: MeasuredStep): number {
  return cpuMs ?? durationMs;
}
