import {AT_BEST} from "./comparison.js";
import type {ComparedPairs} from "./comparePairs.js";
import type {LinkageModel} from "./linkageModel.js";
import {rarityLevels} from "./rarityLevels.js";

/** Combinations of levels whose weight is remembered: a power of two, some times as many as pairs show. */
const SLOTS = 4096;
/** No level: what a slot holds that was never used. */
const EMPTY = -2;

type Score = (pairs: ComparedPairs, i: number) => number;

/**
 * Returns a function that weighs pair i as score does, and looks the weight up where the levels alone decide it. Of
 * ten million candidates most show one of a few hundred combinations of levels. Parts are not told.
 */
export function levelScores({comparisons}: LinkageModel, score: Score): Score {
  const width = comparisons.length;
  const flags = new Uint8Array(width * 2 * AT_BEST);
  for (const [c, {levels}] of comparisons.entries()) flags.set(rarityLevels(levels), c * 2 * AT_BEST);
  const known = new Int8Array(SLOTS * width).fill(EMPTY);
  const weights = new Float64Array(SLOTS);
  return (pairs, i) => {
    const {levels} = pairs;
    const at = i * width;
    let hash = 0;
    for (let c = 0; c < width; c++) {
      const level = levels[at + c]!;
      if (level >= 0 && flags[c * 2 * AT_BEST + level]) return score(pairs, i);
      hash = (Math.imul(hash, 37) + level) | 0;
    }
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const start = slot * width;
    let c = 0;
    while (c < width && known[start + c] === levels[at + c]) c++;
    if (c === width) return weights[slot]!;
    for (c = 0; c < width; c++) known[start + c] = levels[at + c]!;
    return (weights[slot] = score(pairs, i));
  };
}
