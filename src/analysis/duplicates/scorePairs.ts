import {AT_BEST, type Comparison} from "./comparison.js";
import {comparePairs, fillLevel} from "./comparePairs.js";
import type {CandidatePairs} from "./candidatePairs.js";
import {levelScores} from "./levelScores.js";
import {pairScorer} from "./scorePair.js";
import type {ScoredPairs, Scoring} from "./scoredPairs.js";

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
  const width = scoring.comparisons.length;
  const kept: Kept = {a: [], b: [], rules: [], weights: [], levels: [], parts: []};
  const scoreBatch = batchScorer(scoring, kept);
  for (let from = 0; from < a.length; from += BATCH) {
    const to = Math.min(a.length, from + BATCH);
    scoreBatch({
      a: a.subarray(from, to),
      b: b.subarray(from, to),
      ...(rules && {rules: rules.subarray(from)})
    });
  }
  return {
    width,
    a: Int32Array.from(kept.a),
    b: Int32Array.from(kept.b),
    rules: Uint16Array.from(kept.rules),
    weights: Float64Array.from(kept.weights),
    levels: Int8Array.from(kept.levels),
    parts: Float32Array.from(kept.parts)
  };
}

type Kept = Record<"a" | "b" | "rules" | "weights" | "levels" | "parts", number[]>;

function batchScorer({model, comparisons, least}: Scoring, kept: Kept): (pairs: Pairs) => void {
  const {score, parts} = pairScorer(model);
  const weigh = levelScores(model, score);
  const columns = Array.from(comparisons.keys()).sort(
    (x, y) => cost(comparisons[x]!) - cost(comparisons[y]!)
  );
  return ({a, b, rules}) => {
    const pairs = comparePairs(comparisons, a, b, {atBest: true});
    const {width, levels} = pairs;
    for (let i = 0; i < pairs.count; i++) {
      let weight = weigh(pairs, i);
      for (let k = 0; k < width && weight >= least - SLACK; k++) {
        const at = i * width + columns[k]!;
        if (levels[at]! < AT_BEST) continue;
        fillLevel(pairs, at, {comparison: comparisons[columns[k]!]!, a: a[i]!, b: b[i]!});
        weight = weigh(pairs, i);
      }
      if (weight < least) continue;
      score(pairs, i);
      kept.a.push(a[i]!);
      kept.b.push(b[i]!);
      kept.rules.push(rules?.[i] ?? 0);
      kept.weights.push(weight);
      for (let c = 0; c < width; c++) {
        kept.levels.push(levels[i * width + c]!);
        kept.parts.push(parts[c]!);
      }
    }
  };
}

function cost({isCostly}: Comparison): number {
  return isCostly ? 1 : 0;
}
