import {randomNumbers} from "./randomPairs.js";

/** A band of match weights: its pairs, how many were reviewed and how many of these are the same place. */
export interface Stratum {
  isAbove: boolean;
  pairCount: number;
  answeredCount: number;
  sameCount: number;
}

export interface Interval {
  estimate: number;
  low: number;
  high: number;
}

const DRAWS = 4000;

/**
 * Estimates precision and recall from a stratified review, with 95 % intervals. The share of matches in a band
 * has the posterior Beta(same + ½, different + ½) (Jeffreys 1946; Brown, Cai and DasGupta 2001); shares are drawn
 * from it 4,000 times, with a fixed seed, and weighted by the bands’ pairs. A band without answers is as likely
 * to hold matches as not. Recall is that among the pairs kept, not among those that were never compared.
 */
export function reviewEstimate(strata: Stratum[]): {precision: Interval; recall: Interval} {
  const next = randomNumbers(20_250_731);
  const draws = Array.from({length: DRAWS}, () =>
    measured(strata, ({sameCount, answeredCount}) =>
      betaDraw(sameCount + 0.5, answeredCount - sameCount + 0.5, next)
    )
  );
  const central = measured(strata, ({sameCount, answeredCount}) => (sameCount + 0.5) / (answeredCount + 1));
  const interval = (key: "precision" | "recall"): Interval => {
    const values = draws.map((draw) => draw[key]).sort((a, b) => a - b);
    const at = (share: number) => values[Math.floor(share * (DRAWS - 1))]!;
    return {estimate: central[key], low: at(0.025), high: at(0.975)};
  };
  return {precision: interval("precision"), recall: interval("recall")};
}

function measured(strata: Stratum[], shareOf: (stratum: Stratum) => number) {
  let [above, matchesAbove, matches] = [0, 0, 0];
  for (const stratum of strata) {
    const found = stratum.pairCount * shareOf(stratum);
    matches += found;
    if (!stratum.isAbove) continue;
    above += stratum.pairCount;
    matchesAbove += found;
  }
  return {precision: above ? matchesAbove / above : 0, recall: matches ? matchesAbove / matches : 0};
}

function betaDraw(a: number, b: number, next: () => number): number {
  const x = gammaDraw(a, next);
  return x / (x + gammaDraw(b, next));
}

/** Draws from a gamma distribution (Marsaglia and Tsang 2000); shapes below 1 by raising the shape by one. */
function gammaDraw(shape: number, next: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, next) * (1 - next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * normal ** 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
