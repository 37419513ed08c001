/** One measure of the observed network beside the same measure of random ones. */
export interface NullComparison {
  observed: number;
  mean: number;
  /** NaN for fewer than two random networks. */
  deviation: number;
  /** How many standard deviations the observed value lies above the mean of the random ones; NaN if they do not vary. */
  zScore: number;
}

/** Compares an observed measure with those of random networks; the deviation is the sample’s (n − 1). */
export function compareWithNull(observed: number, random: ArrayLike<number>): NullComparison {
  const values = Array.from(random);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const deviation = values.length > 1 ? Math.sqrt(variance) : NaN;
  return {observed, mean, deviation, zScore: deviation > 0 ? (observed - mean) / deviation : NaN};
}
