import {AT_BEST} from "./comparison.js";
import {CEILING, EXACT, FIXED, levelWeights, STRIDE, type LevelWeights} from "./levelWeights.js";
import type {LinkageModel} from "./linkageModel.js";

/** Bits that the same town adds at most to the same operator, where nothing pinpoints the place. */
const SAME_TOWN = 0.5;
/** Where a scorer keeps its numbers: one array, since V8 compiles anew where a field is whole in one model and not in another. */
const [PRIOR, LIMIT_WHO, LIMIT_WHERE, AGREEING, DISAGREEING, DOUBTED] = [0, 1, 2, 3, 4, 5] as const;

/**
 * Weighs pairs by the model. Each comparison weighs log2(m / u) of its level (Fellegi and Sunter 1969), u
 * being the shared value's own frequency where the level says so. Within an aspect the strongest agreement
 * counts in full and further ones in part, since names, telephone numbers and web addresses of one operator
 * depend on each other, as do street, city and coordinates of one building.
 *
 * A class, not a function that returns functions: V8 compiles each of those anew for every model.
 */
export class PairScorer {
  /** Part of each comparison in the weight last returned, bits; with the prior they add up to it. */
  readonly parts: Float64Array;
  /** Evidence of each aspect (who, where, what) before its cap, bits. */
  readonly evidence = new Float64Array(3);
  private readonly flat: LevelWeights;
  private readonly who: Int32Array;
  private readonly where: Int32Array;
  private readonly what: Int32Array;
  private readonly deciding: Int32Array;
  private readonly pinpoints: Int32Array;
  private readonly isWho: Int8Array;
  private readonly numbers: Float64Array;

  constructor(model: LinkageModel) {
    const {comparisons, overlap, prior, caps} = model;
    this.parts = new Float64Array(comparisons.length);
    this.flat = levelWeights(model);
    this.who = indexes(comparisons, ({aspect}) => aspect === "who");
    this.where = indexes(comparisons, ({aspect}) => aspect === "where");
    this.what = indexes(comparisons, ({aspect}) => aspect === "what");
    this.deciding = indexes(comparisons, ({decides}) => Boolean(decides));
    this.pinpoints = indexes(comparisons, (c) => Boolean(c.pinpoints));
    this.isWho = Int8Array.from(comparisons, ({aspect}) => (aspect === "who" ? 1 : 0));
    const {agreeing, disagreeing, doubted} = overlap;
    this.numbers = Float64Array.of(
      prior,
      caps.who - prior,
      caps.where - prior,
      agreeing,
      disagreeing,
      doubted
    );
  }

  /**
   * Returns the match weight, log2 odds, of pair i; parts then holds each comparison's share of it. Levels at best
   * give the most that the weight can be, since a stronger level never lowers it.
   */
  score(levels: Int8Array, rarity: Float32Array, i: number): number {
    const {parts, evidence, who, where, what, numbers} = this;
    const at = i * parts.length;
    this.weighLevels(levels, rarity, at);
    this.doubtParts(levels, at);
    const [limitWho, limitWhere] = [numbers[LIMIT_WHO]!, numbers[LIMIT_WHERE]!];
    const [agrees, disagrees] = [numbers[AGREEING]!, numbers[DISAGREEING]!];
    evidence[0] = discount(parts, who, agrees, disagrees);
    const capped = capTo(limitWho, parts, who, evidence[0]);
    const agreeing = positive[0]!;
    evidence[1] = discount(parts, where, agrees, disagrees);
    const limit = isPinpointed(levels, at, this.pinpoints)
      ? limitWhere
      : Math.min(limitWhere, Math.max(0, limitWho + SAME_TOWN - agreeing));
    const placed = capTo(limit, parts, where, evidence[1]);
    evidence[2] = what.length ? discount(parts, what, 1, 1) : 0;
    return numbers[PRIOR]! + capped + placed + evidence[2];
  }

  private weighLevels(levels: Int8Array, rarity: Float32Array, at: number): void {
    const {parts, flat} = this;
    const {weights, logM, kinds} = flat;
    for (let c = 0; c < parts.length; c++) {
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
  }

  private doubtParts(levels: Int8Array, at: number): void {
    const {parts, flat, deciding, isWho, who, where, numbers} = this;
    for (let k = 0; k < deciding.length; k++) {
      const c = deciding[k]!;
      const level = levels[at + c]!;
      if (level < 0 || !flat.disagrees[c * STRIDE + level]) continue;
      if (isWho[c]) doubt(parts, who, numbers[DOUBTED]!);
      else doubt(parts, where, 0);
    }
  }
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
function discount(
  parts: Float64Array,
  columns: Int32Array,
  agreeingShare: number,
  disagreeingShare: number
): number {
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
      part *= part > 0 ? agreeingShare : disagreeingShare;
      parts[c] = part;
    }
    if (part > 0) agreeing += part;
    total += part;
  }
  positive[0] = agreeing;
  return total;
}

/** Scales what agrees down to the limit, and returns the sum of all: what is given where it is within the limit. */
function capTo(limit: number, parts: Float64Array, columns: Int32Array, sum: number): number {
  if (!(positive[0]! > limit)) return sum;
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
