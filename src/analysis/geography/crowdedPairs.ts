import {MOST_HALVINGS} from "./crowding.js";
import {looksAt, type Reach} from "./reach.js";
import {cellsAround, sortedPoints, sphereGrid} from "./sphereGrid.js";
import {pairBlock, type PairBlock} from "./spherePairs.js";
import type {SpherePoints} from "./spherePoints.js";

const BLOCK_SIZE = 16_384;

/**
 * Finds every pair of points of which at least one looks at the other, each point's radius being halved as often as given,
 * and hands them over once and in blocks. The work grows with the pairs, not with the square of the points.
 */
export function eachCrowdedPair(
  points: SpherePoints,
  {radiusKm, halvings, reach}: {radiusKm: number; halvings: Uint8Array; reach: Reach},
  callback: (block: PairBlock) => void
): void {
  for (let h = 0; h <= MOST_HALVINGS; h++)
    if (halvings.includes(h))
      pairsOfRadius(points, {h, halvings, reach, radiusKm: radiusKm / 2 ** h}, callback);
}

interface Looking {
  /** The halvings of the points that look. */
  h: number;
  halvings: Uint8Array;
  reach: Reach;
  radiusKm: number;
}

function pairsOfRadius(
  points: SpherePoints,
  {h, halvings, reach, radiusKm}: Looking,
  callback: (block: PairBlock) => void
): void {
  const grid = sphereGrid(points, radiusKm);
  const {order, starts} = grid;
  const limits = Float64Array.from(order, (point) => reach.limits[point]!);
  const sorted = {...sortedPoints(grid), limits, order, reach};
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
        meetOthers(sorted, i, {from: starts[cell]!, to: starts[cell + 1]!}, block);
      }
    }
  }
  handOver();
}

/** Points cube by cube, with their numbers and how far each looks. */
type Sorted = SpherePoints & {limits: Float64Array; order: Int32Array; reach: Reach};

function meetOthers(
  {x, y, z, limits, order, reach}: Sorted,
  i: number,
  {from, to}: {from: number; to: number},
  block: PairBlock
): void {
  const {first, second, chordSquares} = block;
  const [point, px, py, pz, limit] = [order[i]!, x[i]!, y[i]!, z[i]!, limits[i]!];
  let count = block.count;
  for (let k = from; k < to; k++) {
    const dx = px - x[k]!;
    const dy = py - y[k]!;
    const dz = pz - z[k]!;
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared > limit) continue;
    const other = order[k]!;
    if (other === point || (squared === limit && !looksAt(reach, point, other, squared))) continue;
    // Where both look that far, the lower number hands the pair over.
    if (other < point && squared <= limits[k]! && looksAt(reach, other, point, squared)) continue;
    first[count] = Math.min(point, other);
    second[count] = Math.max(point, other);
    chordSquares[count++] = squared;
  }
  block.count = count;
}
