import {nearestPoints} from "../geography/nearestPoints.js";
import {sphereGrid} from "../geography/sphereGrid.js";
import {eachPairWithin, pairBlock, type PairBlock} from "../geography/spherePairs.js";
import {chordKm, type SpherePoints} from "../geography/spherePoints.js";

export interface CandidateOptions {
  /** Pairs of places this near are all candidates, kilometres. */
  radiusKm: number;
  /** A place with fewer candidates than this also gets its nearest ones farther away… */
  nearestCount: number;
  /** …up to this distance, kilometres. */
  nearestKm: number;
}

/**
 * Finds every candidate pair, once, and hands them over in blocks: all pairs within the radius, and for places that
 * have few such neighbours their nearest ones beyond it.
 */
export function eachCandidatePair(
  points: SpherePoints,
  options: CandidateOptions,
  callback: (block: PairBlock) => void
): void {
  const neighbours = new Int32Array(points.x.length);
  eachPairWithin(points, options.radiusKm, (block) => {
    for (let i = 0; i < block.count; i++) {
      neighbours[block.first[i]!]!++;
      neighbours[block.second[i]!]!++;
    }
    callback(block);
  });
  const remote = remotePairs(points, neighbours, options);
  if (remote.count > 0) callback(remote);
}

function remotePairs(
  points: SpherePoints,
  neighbours: Int32Array,
  {radiusKm, nearestCount, nearestKm}: CandidateOptions
): PairBlock {
  const grid = sphereGrid(points, nearestKm / 4);
  const limit = chordKm(radiusKm) ** 2;
  const squares = new Map<number, number>();
  for (let a = 0; a < neighbours.length; a++) {
    if (neighbours[a]! >= nearestCount) continue;
    for (const {point: b, chordSquared} of nearestPoints(grid, a, nearestCount, nearestKm))
      if (chordSquared > limit)
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
