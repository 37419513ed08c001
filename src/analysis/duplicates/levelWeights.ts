import type {LinkageModel} from "./linkageModel.js";

/** Room for levels per comparison in the flat arrays. */
export const STRIDE = 16;
export const [FIXED, EXACT, BOUND] = [0, 1, 2];

/** The weight of every level, at [comparison × 16 + level], for fast look-up. */
export interface LevelWeights {
  /** log2(m / u) within the level's limits. */
  weights: Float64Array;
  logM: Float64Array;
  /** FIXED, EXACT or BOUND: how the shared value's own frequency counts. */
  kinds: Int8Array;
  /** 1 where the level disagrees. */
  disagrees: Int8Array;
  /** The most that each comparison can add, bits. */
  most: Float64Array;
}

/** Lays the model's weights out for fast look-up. */
export function levelWeights({comparisons, m, u, rarest}: LinkageModel): LevelWeights {
  const size = comparisons.length * STRIDE;
  const flat: LevelWeights = {
    weights: new Float64Array(size),
    logM: new Float64Array(size),
    kinds: new Int8Array(size),
    disagrees: new Int8Array(size),
    most: new Float64Array(comparisons.length)
  };
  for (const [c, {levels}] of comparisons.entries())
    for (const [level, {byFrequency, disagrees, most = disagrees ? 0 : Infinity}] of levels.entries()) {
      const at = c * STRIDE + level;
      flat.weights[at] = Math.min(most, Math.log2(m[c]![level]! / u[c]![level]!));
      flat.logM[at] = Math.log2(m[c]![level]!);
      flat.kinds[at] = byFrequency === "exact" ? EXACT : byFrequency === "bound" ? BOUND : FIXED;
      flat.disagrees[at] = disagrees ? 1 : 0;
      const highest = byFrequency === "exact" ? flat.logM[at]! + rarest : flat.weights[at]!;
      flat.most[c] = Math.max(flat.most[c]!, highest);
    }
  return flat;
}
