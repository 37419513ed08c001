import {eachCandidatePair, type CandidateOptions} from "./candidatePairs.js";
import type {PairScorer, PlaceFeatures} from "./placeFeatures.js";
import {StrongestTies} from "./strongestTies.js";

export interface TieOptions extends CandidateOptions {
  /** Smallest score of a tie, thousandths. */
  minimumScore: number;
  /** Strongest ties that each place keeps; a tie stays if either end keeps it. */
  perPlace: number;
}

export interface Ties {
  sources: Int32Array;
  targets: Int32Array;
  chordSquares: Float64Array;
  /** Candidate pairs scored. */
  pairCount: number;
  /** Pairs that reach the smallest score. */
  qualifyingCount: number;
  /** Places with so many others around them that they look less far than the whole radius. */
  crowdedCount: number;
}

const SCORES = 65_536;

/** Scores all candidate pairs of places and keeps the strongest ties, in ascending order of their ends. */
export function findTies({points, count}: PlaceFeatures, scorer: PairScorer, options: TieOptions): Ties {
  const strongest = new StrongestTies(count, options.perPlace);
  let scores = new Int16Array(SCORES);
  let [pairCount, qualifyingCount] = [0, 0];
  const crowdedCount = eachCandidatePair(points, options, (block) => {
    if (block.count > scores.length) scores = new Int16Array(block.count);
    scorer(block, scores);
    pairCount += block.count;
    for (let i = 0; i < block.count; i++) {
      if (scores[i]! < options.minimumScore) continue;
      qualifyingCount++;
      strongest.offer(block.first[i]!, block.second[i]!, scores[i]!, block.chordSquares[i]!);
    }
  });
  return {...strongest.ties(), pairCount, qualifyingCount, crowdedCount};
}
