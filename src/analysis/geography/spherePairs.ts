import {cellAt, sortedPoints, sphereGrid} from "./sphereGrid.js";
import {chordKm, type SpherePoints} from "./spherePoints.js";

/** Pairs of points, with the square of their straight-line distance in km²; the arrays are used again block by block. */
export interface PairBlock {
  first: Int32Array;
  second: Int32Array;
  chordSquares: Float64Array;
  count: number;
}

const BLOCK_SIZE = 16_384;

// Half of the 26 neighbours: the other half meets the pair from its other side.
const FORWARD = [-1, 0, 1]
  .flatMap((x) => [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z) => [x, y, z] as const)))
  .filter(([x, y, z]) => x * 9 + y * 3 + z > 0);

/**
 * Finds every pair of points no farther apart than the radius along the great circle, once, and hands them over in
 * blocks. The order of pairs depends on the points alone.
 */
export function eachPairWithin(
  points: SpherePoints,
  radiusKm: number,
  callback: (block: PairBlock) => void
): void {
  const grid = sphereGrid(points, radiusKm);
  const {order, starts} = grid;
  const limit = chordKm(radiusKm) ** 2;
  const sorted = sortedPoints(grid);
  const largest = starts.reduce((most, start, i) => Math.max(most, start - (starts[i - 1] ?? 0)), 0);
  const block = pairBlock(BLOCK_SIZE + largest);
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    const [start, end] = [starts[cell]!, starts[cell + 1]!];
    const others = FORWARD.map((offset) => cellAt(grid, cell, offset)).filter((other) => other >= 0);
    for (let i = start; i < end; i++) {
      meet(sorted, i, {from: i + 1, to: end, limit, order}, block);
      for (const other of others) {
        if (block.count >= BLOCK_SIZE) flush(block, callback);
        meet(sorted, i, {from: starts[other]!, to: starts[other + 1]!, limit, order}, block);
      }
      if (block.count >= BLOCK_SIZE) flush(block, callback);
    }
  }
  flush(block, callback);
}

export function pairBlock(size: number): PairBlock {
  return {
    first: new Int32Array(size),
    second: new Int32Array(size),
    chordSquares: new Float64Array(size),
    count: 0
  };
}

interface Range {
  from: number;
  to: number;
  limit: number;
  order: Int32Array;
}

function meet({x, y, z}: SpherePoints, i: number, {from, to, limit, order}: Range, block: PairBlock): void {
  const {first, second, chordSquares} = block;
  const [a, ax, ay, az] = [order[i]!, x[i]!, y[i]!, z[i]!];
  let count = block.count;
  for (let k = from; k < to; k++) {
    const dx = ax - x[k]!;
    const dy = ay - y[k]!;
    const dz = az - z[k]!;
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared > limit) continue;
    first[count] = a;
    second[count] = order[k]!;
    chordSquares[count++] = squared;
  }
  block.count = count;
}

function flush(block: PairBlock, callback: (block: PairBlock) => void): void {
  if (block.count > 0) callback(block);
  block.count = 0;
}
