import {AT_BEST} from "./comparison.js";
import type {ComparedPairs} from "./comparePairs.js";
import {CEILING, EXACT, FIXED, levelWeights, STRIDE} from "./levelWeights.js";
import type {LinkageModel, Overlap} from "./linkageModel.js";

const ASPECTS = ["who", "where", "what"] as const;
/** Bits that the same town adds at most to the same operator, where nothing pinpoints the place. */
const SAME_TOWN = 0.5;
const NO_OVERLAP: Overlap = {agreeing: 1, disagreeing: 1, doubted: 1};

export interface PairScorer {
  /**
   * Returns the match weight, log2 odds, of pair i; parts then holds each comparison's share of it. Levels at best
   * give the most that the weight can be, since a stronger level never lowers it.
   */
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
  const {weights, logM, kinds, disagrees} = levelWeights(model);
  const columns = ASPECTS.map((aspect) => indexes(comparisons, (c) => c.aspect === aspect));
  const [who, where, what] = columns as [Int32Array, Int32Array, Int32Array];
  const deciding = indexes(comparisons, (c) => Boolean(c.decides));
  const isWho = Int8Array.from(comparisons, ({aspect}) => (aspect === "who" ? 1 : 0));
  const pinpoints = indexes(comparisons, (c) => Boolean(c.pinpoints));
  const [limitWho, limitWhere] = [caps.who - prior, caps.where - prior];
  const parts = new Float64Array(width);
  const evidence = new Float64Array(3);

  const score = (pairs: ComparedPairs, i: number) => {
    const at = i * width;
    const {levels, rarity} = pairs;
    for (let c = 0; c < width; c++) {
      const level = levels[at + c]!;
      const index = c * STRIDE + level;
      if (level < 0) parts[c] = 0;
      else if (kinds[index] === FIXED) parts[c] = weights[index]!;
      else {
        const own = logM[index]! + rarity[at + c]!;
        const kind = kinds[index]!;
        const isOwn = kind === EXACT || (kind === CEILING ? own > weights[index]! : own < weights[index]!);
        parts[c] = isOwn ? own : weights[index]!;
      }
    }
    for (let k = 0; k < deciding.length; k++) {
      const c = deciding[k]!;
      const level = levels[at + c]!;
      if (level < 0 || !disagrees[c * STRIDE + level]) continue;
      if (isWho[c]) doubt(parts, who, overlap.doubted);
      else doubt(parts, where, 0);
    }
    evidence[0] = discount(parts, who, overlap);
    const capped = capTo(limitWho, parts, who) ?? evidence[0];
    const agreeing = positive[0]!;
    evidence[1] = discount(parts, where, overlap);
    const limit = isPinpointed(levels, at, pinpoints)
      ? limitWhere
      : Math.min(limitWhere, Math.max(0, limitWho + SAME_TOWN - agreeing));
    const placed = capTo(limit, parts, where) ?? evidence[1];
    evidence[2] = what.length ? discount(parts, what, NO_OVERLAP) : 0;
    return prior + capped + placed + evidence[2];
  };
  return {score, parts, evidence};
}

function indexes(
  comparisons: LinkageModel["comparisons"],
  isWanted: (comparison: LinkageModel["comparisons"][number]) => boolean
): Int32Array {
  return Int32Array.from(comparisons.flatMap((comparison, c) => (isWanted(comparison) ? [c] : [])));
}

function doubt(parts: Float64Array, columns: Int32Array, share: number): void {
  for (let k = 0; k < columns.length; k++)
    if (parts[columns[k]!]! > 0) parts[columns[k]!] = parts[columns[k]!]! * share;
}

/** What agrees among the columns looked at last, added up; an array, since a variable would be a new object each time. */
const positive = new Float64Array(1);

/** Leaves the strongest agreement and the strongest disagreement whole, reduces the others, and returns the sum. */
function discount(parts: Float64Array, columns: Int32Array, overlap: Overlap): number {
  let highest = 0;
  let lowest = 0;
  let high = -1;
  let low = -1;
  for (let k = 0; k < columns.length; k++) {
    const part = parts[columns[k]!]!;
    if (part > highest) {
      highest = part;
      high = k;
    }
    if (part < lowest) {
      lowest = part;
      low = k;
    }
  }
  let total = 0;
  let agreeing = 0;
  for (let k = 0; k < columns.length; k++) {
    const c = columns[k]!;
    let part = parts[c]!;
    if (k !== high && k !== low) {
      part *= part > 0 ? overlap.agreeing : overlap.disagreeing;
      parts[c] = part;
    }
    if (part > 0) agreeing += part;
    total += part;
  }
  positive[0] = agreeing;
  return total;
}

/** Scales what agrees down to the limit, and returns the sum of all; nothing where it is within the limit. */
function capTo(limit: number, parts: Float64Array, columns: Int32Array): number | undefined {
  if (!(positive[0]! > limit)) return undefined;
  const scale = Math.max(0, limit) / positive[0]!;
  let total = 0;
  let agreeing = 0;
  for (let k = 0; k < columns.length; k++) {
    const c = columns[k]!;
    if (parts[c]! > 0) {
      parts[c] = parts[c]! * scale;
      agreeing += parts[c]!;
    }
    total += parts[c]!;
  }
  positive[0] = agreeing;
  return total;
}

function isPinpointed(levels: Int8Array, at: number, pinpoints: Int32Array): boolean {
  if (!pinpoints.length) return true;
  for (let k = 0; k < pinpoints.length; k++) {
    const level = levels[at + pinpoints[k]!]!;
    if (level >= 0 && level % AT_BEST <= 1) return true;
  }
  return false;
}
