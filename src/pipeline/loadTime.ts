import type {TimedStep} from "./stopwatch.js";

/** Steps of a build that are not part of loading and checking: what writes the sample, and the analyses and what reads them. */
export const STEPS_BESIDE_LOADING = [
  "prepare sources",
  "counties",
  "duplicates",
  "coverage",
  "networks",
  "marts",
  "compare",
  "checks of analyses"
];

/**
 * Returns how long it took from the sources to a checked warehouse, ms: the time in which at least one step of
 * loading or checking ran. Steps may overlap; that time counts once.
 */
export function loadTime(steps: TimedStep[]): number {
  const spans = steps
    .filter(({step}) => !STEPS_BESIDE_LOADING.includes(step))
    .sort((a, b) => a.startMs - b.startMs);
  let total = 0;
  let end = 0;
  for (const {startMs, durationMs} of spans) {
    total += Math.max(0, startMs + durationMs - Math.max(end, startMs));
    end = Math.max(end, startMs + durationMs);
  }
  return total;
}
