import {crowding} from "../geography/crowding.js";
import {eachCrowdedPair} from "../geography/crowdedPairs.js";
import {nearestPoints} from "../geography/nearestPoints.js";
import {reachOf, type Reach} from "../geography/reach.js";
import {sphereGrid} from "../geography/sphereGrid.js";
import {eachPairWithin, pairBlock, type PairBlock} from "../geography/spherePairs.js";
import type {SpherePoints} from "../geography/spherePoints.js";

export interface CandidateOptions {
  /** Pairs of places this near are all candidates, kilometres. */
  radiusKm: number;
  /**
   * A place with more others within the radius looks less far: its radius is halved until they are no more; at one point,
   * it looks at so many of them.
   */
  mostWithin: number;
  /** A place with fewer candidates than this also gets its nearest ones farther away… */
  nearestCount: number;
  /** …up to this distance, kilometres. */
  nearestKm: number;
  /** How far each place looks, where that is known already. */
  crowds?: Crowds;
}

/** How far each place looks, and how often its radius is halved for that. */
export interface Crowds {
  halvings: Uint8Array;
  reach: Reach;
}

/** Works out how far each place looks. */
export function crowdsOf(
  points: SpherePoints,
  {radiusKm, mostWithin}: Pick<CandidateOptions, "radiusKm" | "mostWithin">
): Crowds {
  const halvings = crowding(points, radiusKm, mostWithin);
  return {halvings, reach: reachOf(points, halvings, {radiusKm, most: mostWithin})};
}

/**
 * Finds every candidate pair, once, and hands them over in blocks: all pairs within the radius of either end, and for
 * places that have few such neighbours their nearest ones beyond it. Returns how many places look less far than the
 * whole radius.
 */
export function eachCandidatePair(
  points: SpherePoints,
  options: CandidateOptions,
  callback: (block: PairBlock) => void
): number {
  const {radiusKm} = options;
  const neighbours = new Int32Array(points.x.length);
  const count = (block: PairBlock) => {
    for (let i = 0; i < block.count; i++) {
      neighbours[block.first[i]!]!++;
      neighbours[block.second[i]!]!++;
    }
    callback(block);
  };
  const {halvings, reach} = options.crowds ?? crowdsOf(points, options);
  const crowdedCount = halvings.reduce((sum, h) => sum + (h ? 1 : 0), 0);
  if (crowdedCount) eachCrowdedPair(points, {radiusKm, halvings, reach}, count);
  else eachPairWithin(points, radiusKm, count);
  const remote = remotePairs(points, {neighbours, limits: reach.limits}, options);
  if (remote.count > 0) callback(remote);
  return crowdedCount;
}

interface Found {
  /** Number of candidates of each place within its radius. */
  neighbours: Int32Array;
  /** How far each place looks, as the square of the straight-line distance. */
  limits: Float64Array;
}

function remotePairs(
  points: SpherePoints,
  {neighbours, limits}: Found,
  {nearestCount, nearestKm}: CandidateOptions
): PairBlock {
  const grid = sphereGrid(points, nearestKm / 4);
  const squares = new Map<number, number>();
  for (let a = 0; a < neighbours.length; a++) {
    if (neighbours[a]! >= nearestCount) continue;
    for (const {point: b, chordSquared} of nearestPoints(grid, a, nearestCount, nearestKm))
      if (chordSquared > Math.max(limits[a]!, limits[b]!))
        squares.set(Math.min(a, b) * neighbours.length + Math.max(a, b), chordSquared);
  }
  const block = pairBlock(squares.size);
  for (const [key, chordSquared] of squares) {
    block.first[block.count] = Math.floor(key / neighbours.length);
    block.second[block.count] = key % neighbours.length;
    block.chordSquares[block.count++] = chordSquared;
  }
  return block;
}
