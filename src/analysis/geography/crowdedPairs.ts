import {AROUND, MOST_HALVINGS} from "./crowding.js";
import {cellAt, sphereGrid} from "./sphereGrid.js";
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
  const limit = chordKm(radiusKm) ** 2;
  const largest = starts.reduce((most, start, i) => Math.max(most, start - (starts[i - 1] ?? 0)), 0);
  const block = pairBlock(BLOCK_SIZE + largest);
  const handOver = () => {
    if (block.count > 0) callback(block);
    block.count = 0;
  };
  for (let home = 0; home + 1 < starts.length; home++) {
    const lookers = order.subarray(starts[home], starts[home + 1]).filter((point) => halvings[point] === h);
    if (!lookers.length) continue;
    const cells = AROUND.map((offset) => cellAt(grid, home, offset)).filter((cell) => cell >= 0);
    for (const point of lookers)
      for (const cell of cells) {
        if (block.count >= BLOCK_SIZE) handOver();
        const others = order.subarray(starts[cell], starts[cell + 1]);
        meetOthers(points, point, {others, limit, limits}, block);
      }
  }
  handOver();
}

interface Meeting {
  others: Int32Array;
  limit: number;
  limits: Float64Array;
}

function meetOthers(
  {x, y, z}: SpherePoints,
  point: number,
  {others, limit, limits}: Meeting,
  block: PairBlock
): void {
  const [px, py, pz] = [x[point]!, y[point]!, z[point]!];
  for (const other of others) {
    const dx = px - x[other]!;
    const dy = py - y[other]!;
    const dz = pz - z[other]!;
    const squared = dx * dx + dy * dy + dz * dz;
    // Where both look that far, the lower number hands the pair over.
    if (squared > limit || other === point || (squared <= limits[other]! && other < point)) continue;
    block.first[block.count] = Math.min(point, other);
    block.second[block.count] = Math.max(point, other);
    block.chordSquares[block.count++] = squared;
  }
}
