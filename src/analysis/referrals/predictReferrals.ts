import {eachCandidatePair, type CandidateOptions} from "./candidatePairs.js";
import type {PairScorer, PlaceFeatures} from "./placeFeatures.js";

export interface Prediction {
  /** Pairs with an observed referral that are candidates. */
  observedCount: number;
  /** Other candidate pairs with an end that takes part in an observed referral. */
  unobservedCount: number;
  /** Chance that a pair with a referral scores above one without; ties count half. NaN if either kind is missing. */
  auc: number;
  /** Mean precision at each pair with a referral, going down the scores. NaN without referrals. */
  averagePrecision: number;
}

const SCORES = 1001;

/**
 * Tells how well a scorer predicts which pairs of places had a referral, among candidate pairs of places that take part
 * in any. `observed` holds smaller place · count + larger place for each pair with a referral.
 */
export function predictReferrals(
  {points, count}: PlaceFeatures,
  scorer: PairScorer,
  {observed, ...options}: CandidateOptions & {observed: Set<number>}
): Prediction {
  const takesPart = new Uint8Array(count);
  for (const key of observed) takesPart[Math.floor(key / count)] = takesPart[key % count] = 1;
  const [hits, misses] = [new Float64Array(SCORES), new Float64Array(SCORES)];
  eachCandidatePair(points, options, (block) => {
    const scores = new Int16Array(block.count);
    scorer(block, scores);
    for (let i = 0; i < block.count; i++) {
      const [a, b] = [block.first[i]!, block.second[i]!];
      if (!takesPart[a] && !takesPart[b]) continue;
      (observed.has(Math.min(a, b) * count + Math.max(a, b)) ? hits : misses)[scores[i]!]!++;
    }
  });
  return rankQuality(hits, misses);
}

/**
 * Returns how well a score ranks hits above misses, from how many of each have which score (area under the ROC curve as
 * the Mann–Whitney statistic, Hanley and McNeil, 1982; average precision). Equal scores are taken together.
 */
export function rankQuality(hits: ArrayLike<number>, misses: ArrayLike<number>): Prediction {
  let [found, passed, wins, precision] = [0, 0, 0, 0];
  for (let score = hits.length - 1; score >= 0; score--) {
    const [good, bad] = [hits[score]!, misses[score]!];
    wins += bad * (found + good / 2);
    found += good;
    passed += bad;
    if (good > 0) precision += (good * found) / (found + passed);
  }
  return {
    observedCount: found,
    unobservedCount: passed,
    auc: wins / (found * passed),
    averagePrecision: precision / found
  };
}
