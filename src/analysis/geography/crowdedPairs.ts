import {MOST_HALVINGS} from "./crowding.js";
import {cellsAround, sortedPoints, sphereGrid} from "./sphereGrid.js";
import {pairBlock, type PairBlock} from "./spherePairs.js";
import {chordKm, type SpherePoints} from "./spherePoints.js";

const BLOCK_SIZE = 16_384;

/** Returns the square of the straight-line distance, km², up to which each point looks. */
export function reach(halvings: Uint8Array, radiusKm: number): Float64Array {
  return Float64Array.from(halvings, (h) => chordKm(radiusKm / 2 ** h) ** 2);
}

/**
 * Finds every pair of points of which at least one looks as far as the other, each point's radius being halved as often
 * as given, and hands them over once and in blocks. The work grows with the pairs, not with the square of the points.
 */
export function eachCrowdedPair(
  points: SpherePoints,
  {radiusKm, halvings}: {radiusKm: number; halvings: Uint8Array},
  callback: (block: PairBlock) => void
): void {
  const limits = reach(halvings, radiusKm);
  for (let h = 0; h <= MOST_HALVINGS; h++)
    if (halvings.includes(h))
      pairsOfRadius(points, {h, halvings, limits, radiusKm: radiusKm / 2 ** h}, callback);
}

interface Looking {
  /** The halvings of the points that look. */
  h: number;
  halvings: Uint8Array;
  limits: Float64Array;
  radiusKm: number;
}

function pairsOfRadius(
  points: SpherePoints,
  {h, halvings, limits, radiusKm}: Looking,
  callback: (block: PairBlock) => void
): void {
  const grid = sphereGrid(points, radiusKm);
  const {order, starts} = grid;
  const sorted = {...sortedPoints(grid), limits: Float64Array.from(order, (point) => limits[point]!), order};
  const limit = chordKm(radiusKm) ** 2;
  const largest = starts.reduce((most, start, i) => Math.max(most, start - (starts[i - 1] ?? 0)), 0);
  const block = pairBlock(BLOCK_SIZE + largest);
  const handOver = () => {
    if (block.count > 0) callback(block);
    block.count = 0;
  };
  for (let home = 0; home + 1 < starts.length; home++) {
    const cells = cellsAround(grid, home);
    for (let i = starts[home]!; i < starts[home + 1]!; i++) {
      if (halvings[order[i]!] !== h) continue;
      for (const cell of cells) {
        if (block.count >= BLOCK_SIZE) handOver();
        meetOthers(sorted, i, {from: starts[cell]!, to: starts[cell + 1]!, limit}, block);
      }
    }
  }
  handOver();
}

/** Points cube by cube, with how far each looks and its number. */
type Sorted = SpherePoints & {limits: Float64Array; order: Int32Array};

function meetOthers(
  {x, y, z, limits, order}: Sorted,
  i: number,
  {from, to, limit}: {from: number; to: number; limit: number},
  block: PairBlock
): void {
  const {first, second, chordSquares} = block;
  const [point, px, py, pz] = [order[i]!, x[i]!, y[i]!, z[i]!];
  let count = block.count;
  for (let k = from; k < to; k++) {
    const dx = px - x[k]!;
    const dy = py - y[k]!;
    const dz = pz - z[k]!;
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared > limit) continue;
    const other = order[k]!;
    // Where both look that far, the lower number hands the pair over.
    if (other === point || (other < point && squared <= limits[k]!)) continue;
    first[count] = Math.min(point, other);
    second[count] = Math.max(point, other);
    chordSquares[count++] = squared;
  }
  block.count = count;
}
