import {FACTORS, factorScorer, type ContinuumModel, type Factor} from "./continuumScorer.js";
import type {PlaceFeatures} from "./placeFeatures.js";

/** Why each tie has its score, in the order of ties. */
export interface TieFactors {
  /** What each factor adds, thousandths. */
  contributions: Record<Factor, Int16Array>;
  scores: Int16Array;
  /** Number of the handoff, or −1. */
  handoffs: Int16Array;
  /** 1 where the source would refer to the target, −1 the other way round, 0 where a tie has no direction. */
  directions: Int8Array;
}

/** Splits the score of each tie into its factors; they add up to it exactly. */
export function explainTies(
  features: PlaceFeatures,
  model: ContinuumModel,
  {sources, targets, chordSquares}: {sources: Int32Array; targets: Int32Array; chordSquares: Float64Array}
): TieFactors {
  const explain = factorScorer(features, model);
  const count = sources.length;
  const out = new Int16Array(FACTORS.length);
  const table = FACTORS.map(() => new Int16Array(count));
  const [scores, handoffs, directions] = [new Int16Array(count), new Int16Array(count), new Int8Array(count)];
  for (let e = 0; e < count; e++) {
    const [a, b] = [sources[e]!, targets[e]!];
    scores[e] = explain(a, b, chordSquares[e]!, out);
    FACTORS.forEach((_, f) => (table[f]![e] = out[f]!));
    const entry = features.steps[a]! * model.handoffs.size + features.steps[b]!;
    handoffs[e] = model.handoffs.best[entry]!;
    directions[e] = model.handoffs.directions[entry]!;
  }
  const contributions = Object.fromEntries(FACTORS.map((factor, f) => [factor, table[f]!]));
  return {contributions: contributions as Record<Factor, Int16Array>, scores, handoffs, directions};
}
