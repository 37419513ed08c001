import {AT_BEST} from "./comparison.js";
import type {LinkageModel} from "./linkageModel.js";

/** Room for levels per comparison in the flat arrays: known ones, then those at best. */
export const STRIDE = 2 * AT_BEST;
export const [FIXED, EXACT, BOUND, CEILING] = [0, 1, 2, 3];

/** The weight of every level, at [comparison × 32 + level], for fast look-up. */
export interface LevelWeights {
  /** log2(m / u) within the level's limits. */
  weights: Float64Array;
  logM: Float64Array;
  /** FIXED, EXACT or BOUND: how the shared value's own frequency counts; CEILING: the larger of both. */
  kinds: Int8Array;
  /** 1 where the level disagrees. */
  disagrees: Int8Array;
}

/** Lays the model's weights out for fast look-up. */
export function levelWeights({comparisons, m, u}: LinkageModel): LevelWeights {
  const size = comparisons.length * STRIDE;
  const flat: LevelWeights = {
    weights: new Float64Array(size),
    logM: new Float64Array(size),
    kinds: new Int8Array(size),
    disagrees: new Int8Array(size)
  };
  for (const [c, {levels}] of comparisons.entries())
    for (const [level, {byFrequency, disagrees, most = disagrees ? 0 : Infinity}] of levels.entries()) {
      const at = c * STRIDE + level;
      flat.weights[at] = Math.min(most, Math.log2(m[c]![level]! / u[c]![level]!));
      flat.logM[at] = Math.log2(m[c]![level]!);
      flat.kinds[at] = byFrequency === "exact" ? EXACT : byFrequency === "bound" ? BOUND : FIXED;
      flat.disagrees[at] = disagrees ? 1 : 0;
    }
  for (const [c, {levels}] of comparisons.entries()) addCeilings(flat, c * STRIDE, levels.length);
  return flat;
}

/** Lays out the most that each level or a weaker one weighs: at any rarity, and for each bit of it. */
function addCeilings({weights, logM, kinds, disagrees}: LevelWeights, first: number, count: number): void {
  let [fixed, exact] = [-Infinity, -Infinity];
  for (let at = first + count - 1; at >= first; at--) {
    if (kinds[at] === EXACT) exact = Math.max(exact, logM[at]!);
    else fixed = Math.max(fixed, weights[at]!);
    weights[at + AT_BEST] = fixed;
    logM[at + AT_BEST] = exact;
    kinds[at + AT_BEST] = CEILING;
    disagrees[at + AT_BEST] = disagrees[at]!;
  }
}
