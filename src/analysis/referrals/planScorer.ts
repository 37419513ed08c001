import type {PairBlock} from "../geography/spherePairs.js";
import {shareTerm} from "./bitSets.js";
import type {HandoffTable} from "./handoffTable.js";
import type {PlaceFeatures} from "./placeFeatures.js";

export interface PlanModel {
  weights: Record<"state" | "city" | "services" | "kind" | "certification", number>;
  handoffs: HandoffTable;
}

/**
 * Scores pairs as the migration plan did: same state, same city in that state, complementary services, different
 * kind and compatible certification each add their weight, in thousandths, 1,000 at most. Here an unknown state or city
 * equals no other one, and services complement each other where the continuum of care says so.
 */
export function planScorer(features: PlaceFeatures, {weights, handoffs}: PlanModel) {
  const {states, cities, steps, kinds, certifications} = features;
  const points = (weight: number) => Math.round(1000 * weight);
  const [state, city, services] = [points(weights.state), points(weights.city), points(weights.services)];
  const [kind, certification] = [points(weights.kind), points(weights.certification)];
  return ({first, second, count}: Omit<PairBlock, "chordSquares">, scores: Int16Array): void => {
    for (let i = 0; i < count; i++) {
      const [a, b] = [first[i]!, second[i]!];
      let sum = 0;
      if (states[a]! > 0 && states[a] === states[b]) {
        sum += state;
        if (cities[a]! > 0 && cities[a] === cities[b]) sum += city;
      }
      if (handoffs.best[steps[a]! * handoffs.size + steps[b]!]! >= 0) sum += services;
      if (kinds[a] !== kinds[b]) sum += kind;
      if (shareTerm(certifications, a, b)) sum += certification;
      scores[i] = Math.min(1000, sum);
    }
  };
}
