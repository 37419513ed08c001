import type {ComparedPairs} from "./comparePairs.js";
import type {LinkageModel} from "./linkageModel.js";

const ASPECTS = ["who", "where", "what"] as const;
/** Bits that the same town adds at most to the same operator, where nothing pinpoints the place. */
const SAME_TOWN = 0.5;
const NO_OVERLAP = {agreeing: 1, disagreeing: 1, doubted: 1};

export interface PairScorer {
  /** Returns the match weight, log2 odds, of pair i; parts then holds each comparison's share of it. */
  score(pairs: ComparedPairs, i: number): number;
  /** Part of each comparison in the weight last returned, bits; with the prior they add up to it. */
  parts: Float64Array;
  /** Evidence of each aspect (who, where, what) before its cap, bits. */
  evidence: Float64Array;
}

/**
 * Returns a scorer for the model. Each comparison weighs log2(m / u) of its level (Fellegi and Sunter 1969), u
 * being the shared value's own frequency where the level says so. Within an aspect the strongest agreement
 * counts in full and further ones in part, since names, telephone numbers and web addresses of one operator
 * depend on each other, as do street, city and coordinates of one building.
 */
export function pairScorer(model: LinkageModel): PairScorer {
  const {comparisons, overlap, prior, caps} = model;
  const width = comparisons.length;
  const logM = model.m.map((shares) => Float64Array.from(shares, Math.log2));
  const weights = model.m.map((shares, c) =>
    Float64Array.from(shares, (m, l) => {
      const weight = Math.log2(m / model.u[c]![l]!);
      const {disagrees, most = disagrees ? 0 : Infinity} = comparisons[c]!.levels[l]!;
      return Math.min(most, weight);
    })
  );
  const kinds = comparisons.map(({levels}) => levels.map(({byFrequency}) => byFrequency));
  const columns = ASPECTS.map((aspect) => comparisons.flatMap((c, i) => (c.aspect === aspect ? [i] : [])));
  const limits = {who: caps.who - prior, where: caps.where - prior};
  const parts = new Float64Array(width);
  const evidence = new Float64Array(3);

  const weigh = (pairs: ComparedPairs, at: number) => {
    for (let c = 0; c < width; c++) {
      const level = pairs.levels[at + c]!;
      if (level < 0) parts[c] = 0;
      else if (!kinds[c]![level]) parts[c] = weights[c]![level]!;
      else {
        const own = logM[c]![level]! + pairs.rarity[at + c]!;
        parts[c] = kinds[c]![level] === "exact" ? own : Math.min(own, weights[c]![level]!);
      }
    }
  };
  const deciding = comparisons.flatMap((comparison, c) => (comparison.decides ? [c] : []));
  const doubtAgreement = (at: number, levels: Int8Array) => {
    for (const c of deciding) {
      if (!comparisons[c]!.levels[levels[at + c]!]?.disagrees) continue;
      const {aspect} = comparisons[c]!;
      const doubt = aspect === "where" ? 0 : overlap.doubted;
      for (const other of columns[ASPECTS.indexOf(aspect)]!) if (parts[other]! > 0) parts[other]! *= doubt;
    }
  };
  const pinpoints = comparisons.flatMap((comparison, c) => (comparison.pinpoints ? [c] : []));
  const isPinpointed = (at: number, levels: Int8Array) =>
    !pinpoints.length || pinpoints.some((c) => levels[at + c]! >= 0 && levels[at + c]! <= 1);
  const score = (pairs: ComparedPairs, i: number) => {
    const at = i * width;
    weigh(pairs, at);
    doubtAgreement(at, pairs.levels);
    const who = settleAspect(parts, columns[0]!, {overlap, limit: limits.who, evidence, aspect: 0});
    const limit = isPinpointed(at, pairs.levels)
      ? limits.where
      : Math.min(limits.where, Math.max(0, limits.who + SAME_TOWN - positiveSum(parts, columns[0]!)));
    const where = settleAspect(parts, columns[1]!, {overlap, limit, evidence, aspect: 1});
    const what = settleAspect(parts, columns[2]!, {
      overlap: NO_OVERLAP,
      limit: Infinity,
      evidence,
      aspect: 2
    });
    return prior + who + where + what;
  };
  return {score, parts, evidence};
}

interface Settlement {
  overlap: LinkageModel["overlap"];
  limit: number;
  evidence: Float64Array;
  aspect: number;
}

function settleAspect(
  parts: Float64Array,
  columns: number[],
  {overlap, limit, evidence, aspect}: Settlement
): number {
  let [high, low] = [0, 0];
  for (const c of columns) {
    if (parts[c]! > high) high = parts[c]!;
    if (parts[c]! < low) low = parts[c]!;
  }
  let [hasHigh, hasLow, positive, negative] = [false, false, 0, 0];
  for (const c of columns) {
    const part = parts[c]!;
    const isFirst = part > 0 ? part === high && !hasHigh : part === low && !hasLow;
    if (isFirst && part > 0) hasHigh = true;
    else if (isFirst) hasLow = true;
    else parts[c] = part * (part > 0 ? overlap.agreeing : overlap.disagreeing);
    if (part > 0) positive += parts[c]!;
    else negative += parts[c]!;
  }
  evidence[aspect] = positive + negative;
  if (positive <= limit) return positive + negative;
  const scale = Math.max(0, limit) / positive;
  for (const c of columns) if (parts[c]! > 0) parts[c]! *= scale;
  return Math.max(0, limit) + negative;
}

function positiveSum(parts: Float64Array, columns: number[]): number {
  return columns.reduce((total, c) => total + Math.max(0, parts[c]!), 0);
}
