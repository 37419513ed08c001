import type {LinkageModel} from "./linkageModel.js";
import type {PairPatterns} from "./pairPatterns.js";
import {PairScorer} from "./scorePair.js";

/** Weight from which a random pair may be a match; all pairs below it would add up to noise. */
const POSSIBLE = -4;
/** Matches among the random pairs from which they tell how many there are in all. */
const ENOUGH = 30;

/**
 * Returns how many matches the model expects among random pairs, or 0 where there are too few to tell. Unlike
 * candidates, random pairs are a fair sample of all pairs: where entities have dozens of records, blocking proposes a
 * small part of their pairs only.
 */
export function matchesAtRandom(
  model: LinkageModel,
  random: PairPatterns,
  joinedProbability: number
): number {
  const scorer = new PairScorer(model);
  let matches = 0;
  for (let i = 0; i < random.count; i++) {
    const weight = scorer.score(random.levels, random.rarity, i);
    if (weight <= POSSIBLE && !random.joined[i]) continue;
    const least = random.joined[i] ? joinedProbability : 0;
    matches += random.counts[i]! * Math.max(least, 1 / (1 + 2 ** -weight));
  }
  return matches < ENOUGH ? 0 : matches;
}
