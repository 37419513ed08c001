import {AT_BEST, type Comparison} from "./comparison.js";
import {comparePairs, fillLevel, type ComparedPairs} from "./comparePairs.js";
import type {CandidatePairs} from "./candidatePairs.js";
import {LevelScores} from "./levelScores.js";
import {PairScorer} from "./scorePair.js";
import {joinScored, type ScoredPairs, type Scoring} from "./scoredPairs.js";

/** Bits that rounding may add up to. */
const SLACK = 1e-6;
/** Pairs whose levels are worked out together, few enough to stay in the cache. */
const BATCH = 4096;

type Pairs = Pick<CandidatePairs, "a" | "b"> & {rules?: Uint16Array};

/**
 * Scores the pairs and returns those of at least the given weight, in the order given. A pair is compared no
 * further once even the strongest levels still possible cannot lift it to that weight: first all comparisons are
 * made as far as it costs little, then the others one by one, the costly ones last.
 */
export function scorePairs(scoring: Scoring, {a, b, rules}: Pairs): ScoredPairs {
  const {model, comparisons, least} = scoring;
  const scorer = new PairScorer(model);
  const columns = Array.from(comparisons.keys()).sort(
    (x, y) => cost(comparisons[x]!) - cost(comparisons[y]!)
  );
  const scorers = {comparisons, least, scorer, bounds: new LevelScores(model, scorer), columns};
  const blocks: ScoredPairs[] = [];
  for (let from = 0; from === 0 || from < a.length; from += BATCH) {
    const to = Math.min(a.length, from + BATCH);
    blocks.push(
      scoredBatch(scorers, {
        a: a.subarray(from, to),
        b: b.subarray(from, to),
        rules: rules ? rules.subarray(from, to) : new Uint16Array(to - from)
      })
    );
  }
  return joinScored(blocks);
}

interface Scorers extends Omit<Scoring, "model"> {
  scorer: PairScorer;
  bounds: LevelScores;
  /** Comparisons in the order in which they are made, the costly ones last. */
  columns: number[];
}

function scoredBatch(scorers: Scorers, {a, b, rules}: Required<Pairs>): ScoredPairs {
  const {comparisons, least, scorer} = scorers;
  const pairs = comparePairs(comparisons, a, b, {atBest: true});
  const {count, width, levels, rarity} = pairs;
  const weights = new Float64Array(count);
  const parts = new Float32Array(count * width);
  const kept = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const weight = highestWeight(scorers, pairs, i, a[i]!, b[i]!);
    if (weight < least) continue;
    scorer.score(levels, rarity, i);
    weights[length] = weight;
    parts.set(scorer.parts, length * width);
    kept[length++] = i;
  }
  const rows = kept.subarray(0, length);
  return {
    width,
    a: rows.map((i) => a[i]!),
    b: rows.map((i) => b[i]!),
    rules: Uint16Array.from(rows, (i) => rules[i]!),
    weights: weights.slice(0, length),
    levels: rowsOf(levels, width, rows),
    parts: parts.slice(0, length * width)
  };
}

/** Compares pair i as far as it may reach the least weight; returns the most that it may weigh. */
function highestWeight(
  {comparisons, least, bounds, columns}: Scorers,
  pairs: ComparedPairs,
  i: number,
  a: number,
  b: number
): number {
  const {width, levels, rarity} = pairs;
  let weight = bounds.score(levels, rarity, i);
  for (let k = 0; k < width && weight >= least - SLACK; k++) {
    const at = i * width + columns[k]!;
    if (levels[at]! < AT_BEST) continue;
    fillLevel(pairs, at, {comparison: comparisons[columns[k]!]!, a, b});
    weight = bounds.score(levels, rarity, i);
  }
  return weight;
}

function rowsOf(levels: Int8Array, width: number, rows: Int32Array): Int8Array {
  const picked = new Int8Array(rows.length * width);
  for (let k = 0; k < rows.length; k++)
    for (let c = 0; c < width; c++) picked[k * width + c] = levels[rows[k]! * width + c]!;
  return picked;
}

function cost({isCostly}: Comparison): number {
  return isCostly ? 1 : 0;
}
