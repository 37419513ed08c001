import type {ScalePoint} from "./measureScale.js";

/** How a step’s time grew between two sizes: the exponent of the records, so that 1 is linear and 2 quadratic. */
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
  const factor = to.recordCount / from.recordCount;
  const before = new Map(from.steps.map(({step, durationMs}) => [step, durationMs]));
  return to.steps
    .filter(({step, durationMs}) => durationMs >= SHORTEST_MS && before.has(step))
    .map(({step, durationMs}) => {
      const fromMs = Math.max(before.get(step)!, 1);
      return {step, fromMs, toMs: durationMs, exponent: Math.log(durationMs / fromMs) / Math.log(factor)};
    })
    .sort((a, b) => b.exponent - a.exponent);
}
