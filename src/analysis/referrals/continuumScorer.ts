import {countBits} from "./bitSets.js";
import type {HandoffTable} from "./handoffTable.js";
import type {PairScorer, PlaceFeatures} from "./placeFeatures.js";

/** The factors of a score, in the order in which their contributions are stored. */
export const FACTORS = [
  "distance",
  "services",
  "kind",
  "certification",
  "operator",
  "funding",
  "payers"
] as const;
export type Factor = (typeof FACTORS)[number];

export interface ContinuumModel {
  /** Largest contribution of each factor; together 1. */
  weights: Record<Factor, number>;
  /** Distance at which the distance factor has fallen to 1/e, kilometres. */
  decayKm: number;
  handoffs: HandoffTable;
}

const TABLE_STEP_KM = 0.01;
const TABLE_END_KM = 400;

/**
 * Scores possible referrals as a weighted sum of factors, each 0 to 1: nearness exp(−d/decay); the best handoff along
 * the continuum of care; being different kinds; a shared certification; the same operator; a shared funding source;
 * payers in common (Jaccard). What is unknown of either place adds nothing. Without a handoff or something shared there
 * is no tie, however near the places are. For points that are only approximate the distance is the root of the sum
 * of squares of the measured distance and both uncertainties.
 */
export function continuumScorer(features: PlaceFeatures, model: ContinuumModel): PairScorer {
  const score = factorScorer(features, model);
  return ({first, second, chordSquares, count}, scores) => {
    for (let i = 0; i < count; i++) scores[i] = score(first[i]!, second[i]!, chordSquares[i]!);
  };
}

/**
 * Returns a function that scores one pair and, where it is given room for them, writes the contribution of each factor, in
 * thousandths, in the order of FACTORS.
 */
export function factorScorer(features: PlaceFeatures, {weights, decayKm, handoffs}: ContinuumModel) {
  const {steps, kinds, operators, certifications, funding, payers, uncertaintyKm} = features;
  const full = FACTORS.map((factor) => Math.round(1000 * weights[factor]));
  const [, , kindPoints, certificationPoints, operatorPoints, fundingPoints] = full as [
    number,
    number,
    number,
    number,
    number,
    number,
    number
  ];
  const payerPoints = jaccardPoints(1000 * weights.payers, 32 * payers.stride);
  const payerSize = 32 * payers.stride + 1;
  const nearness = Int16Array.from({length: TABLE_END_KM / TABLE_STEP_KM + 1}, (_, i) =>
    Math.round(1000 * weights.distance * Math.exp((-i * TABLE_STEP_KM) / decayKm))
  );
  const handoffPoints = Int16Array.from(handoffs.values, (value) =>
    Math.round(1000 * weights.services * value)
  );
  const blur = uncertaintyKm.map((km) => km * km);
  return (a: number, b: number, chordSquared: number, out?: Int16Array): number => {
    const services = handoffPoints[steps[a]! * handoffs.size + steps[b]!]!;
    const operator = operators[a]! > 0 && operators[a] === operators[b] ? operatorPoints : 0;
    let shared = 0;
    for (let k = 0, s = certifications.stride; k < s; k++)
      shared |= certifications.words[a * s + k]! & certifications.words[b * s + k]!;
    const certification = shared === 0 ? 0 : certificationPoints;
    shared = 0;
    for (let k = 0, s = funding.stride; k < s; k++)
      shared |= funding.words[a * s + k]! & funding.words[b * s + k]!;
    const fund = shared === 0 ? 0 : fundingPoints;
    const ties = services + certification + operator + fund;
    if (ties === 0) return 0;
    let [both, either] = [0, 0];
    for (let k = 0, s = payers.stride; k < s; k++) {
      both += countBits(payers.words[a * s + k]! & payers.words[b * s + k]!);
      either += countBits(payers.words[a * s + k]! | payers.words[b * s + k]!);
    }
    const km = Math.sqrt(chordSquared + blur[a]! + blur[b]!);
    const distance = nearness[Math.min(nearness.length - 1, (km / TABLE_STEP_KM + 0.5) | 0)]!;
    const kind = kinds[a] === kinds[b] ? 0 : kindPoints;
    const payer = payerPoints[either * payerSize + both]!;
    out?.set([distance, services, kind, certification, operator, fund, payer]);
    return ties + distance + kind + payer;
  };
}

/** Returns what both over either of so many terms at most adds, at either · (most + 1) + both. */
function jaccardPoints(weight: number, most: number): Int16Array {
  const points = new Int16Array((most + 1) ** 2);
  for (let either = 1; either <= most; either++)
    for (let both = 0; both <= either; both++)
      points[either * (most + 1) + both] = Math.round((weight * both) / either);
  return points;
}
