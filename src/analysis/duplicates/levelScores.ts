import {AT_BEST} from "./comparison.js";
import type {LinkageModel} from "./linkageModel.js";
import {rarityLevels} from "./rarityLevels.js";
import type {PairScorer} from "./scorePair.js";

/** Combinations of levels whose weight is remembered: a power of two, some times as many as pairs show. */
const SLOTS = 4096;
/** No level: what a slot holds that was never used. */
const EMPTY = -2;

/**
 * Weighs pair i as the scorer does, and looks the weight up where the levels alone decide it. Of
 * ten million candidates most show one of a few hundred combinations of levels. Parts are not told.
 */
export class LevelScores {
  private readonly flags: Uint8Array;
  private readonly known: Int8Array;
  private readonly weights = new Float64Array(SLOTS);
  private readonly width: number;

  constructor(
    {comparisons}: LinkageModel,
    private readonly scorer: PairScorer
  ) {
    this.width = comparisons.length;
    this.flags = new Uint8Array(this.width * 2 * AT_BEST);
    for (const [c, {levels}] of comparisons.entries()) this.flags.set(rarityLevels(levels), c * 2 * AT_BEST);
    this.known = new Int8Array(SLOTS * this.width).fill(EMPTY);
  }

  score(levels: Int8Array, rarity: Float32Array, i: number): number {
    const {flags, known, weights, width, scorer} = this;
    const at = i * width;
    let hash = 0;
    for (let c = 0; c < width; c++) {
      const level = levels[at + c]!;
      if (level >= 0 && flags[c * 2 * AT_BEST + level]) return scorer.score(levels, rarity, i);
      hash = (Math.imul(hash, 37) + level) | 0;
    }
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const start = slot * width;
    let c = 0;
    while (c < width && known[start + c] === levels[at + c]) c++;
    if (c === width) return weights[slot]!;
    for (c = 0; c < width; c++) known[start + c] = levels[at + c]!;
    return (weights[slot] = scorer.score(levels, rarity, i));
  }
}
