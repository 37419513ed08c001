/** How many measurements, what they are, and the picture of them. */
export interface Distribution {
  count: number;
  minimum: number;
  p50: number;
  p95: number;
  p99: number;
  maximum: number;
  /** The quantiles 0, 0.05, … 1, for drawing. */
  quantiles: number[];
}

const STEPS = 20;

/** Describes measurements by their quantiles: linear interpolation between order statistics (Hyndman and Fan, type 7). */
export function distribution(values: number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => quantile(sorted, share);
  return {
    count: sorted.length,
    minimum: at(0),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    maximum: at(1),
    quantiles: Array.from({length: STEPS + 1}, (_, i) => at(i / STEPS))
  };
}

/** Returns the quantile of values in ascending order. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  return low + (position - below) * ((sorted[below + 1] ?? low) - low);
}
