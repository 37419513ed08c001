import type {SpherePoints} from "../geography/spherePoints.js";
import type {PairBlock} from "../geography/spherePairs.js";
import type {BitSets} from "./bitSets.js";

/** What is known of each place that ties are scored from; places are numbered from 0. */
export interface PlaceFeatures {
  count: number;
  points: SpherePoints;
  /** How far the true place may lie from its point, kilometres: some points are only centres of ZIP codes. */
  uncertaintyKm: Float64Array;
  /** Steps of the continuum of care, one bit each; 0 where none is known. */
  steps: Int32Array;
  /** Number of the kind of organization; always known. */
  kinds: Int32Array;
  /** Number of the operator, from 1; 0 where unknown. */
  operators: Int32Array;
  /** Number of the state and of the city within a state, from 1; 0 where unknown. */
  states: Int32Array;
  cities: Int32Array;
  certifications: BitSets;
  funding: BitSets;
  payers: BitSets;
}

/** Writes the score of each pair of a block; whole thousandths, so that factors add up exactly; 0 for no tie. */
export type PairScorer = (block: PairBlock, scores: Int16Array) => void;
