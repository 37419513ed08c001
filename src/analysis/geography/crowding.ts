import {cellsAround, sortedPoints, sphereGrid, type SphereGrid} from "./sphereGrid.js";
import {chordKm, pickPoints, type SpherePoints} from "./spherePoints.js";

/** How often a radius is halved at most: 25 km become 100 m. */
export const MOST_HALVINGS = 8;

/**
 * Returns how often each point's radius is halved so that it has at most so many others within it: 0 where the whole
 * radius will do, MOST_HALVINGS where more than that many lie at almost the same point. Depends on distances alone.
 */
export function crowding(points: SpherePoints, radiusKm: number, most: number): Uint8Array {
  const halvings = new Uint8Array(points.x.length);
  // Only points that are open, and what may lie within the next radius of one, are looked at again.
  let numbers = Int32Array.from(halvings.keys());
  let open = new Uint8Array(numbers.length).fill(1);
  for (let h = 0; h < MOST_HALVINGS; h++) {
    const near = h === 0 ? points : pickPoints(points, numbers);
    const grid = sphereGrid(near, radiusKm / 2 ** h);
    open = crowdedPoints(grid, open, most);
    if (!open.includes(1)) break;
    for (let i = 0; i < open.length; i++) halvings[numbers[i]!]! += open[i]!;
    const kept = around(grid, open);
    open = open.filter((_, i) => kept[i]);
    numbers = numbers.filter((_, i) => kept[i]);
  }
  return halvings;
}

/** Flags those of the flagged points that have more than so many others within a cube's length. */
function crowdedPoints(
  grid: SphereGrid,
  flags: Uint8Array<ArrayBuffer>,
  most: number
): Uint8Array<ArrayBuffer> {
  const {order, starts} = grid;
  const sorted = sortedPoints(grid);
  const limit = chordKm(grid.cellKm) ** 2;
  const crowded = new Uint8Array(flags.length);
  for (let home = 0; home + 1 < starts.length; home++) {
    if (!order.subarray(starts[home], starts[home + 1]).some((point) => flags[point])) continue;
    // Its own cube first, where most of a crowd lies within reach.
    const cells = [home, ...cellsAround(grid, home).filter((cell) => cell !== home)];
    const reachable = cells.reduce((sum, cell) => sum + starts[cell + 1]! - starts[cell]!, 0);
    // A point is among its own others here.
    if (reachable - 1 <= most) continue;
    for (let i = starts[home]!; i < starts[home + 1]!; i++) {
      if (!flags[order[i]!]) continue;
      let left = most + 1;
      for (let c = 0; c < cells.length && left >= 0; c++)
        left -= countWithin(sorted, i, {from: starts[cells[c]!]!, to: starts[cells[c]! + 1]!, limit, left});
      if (left < 0) crowded[order[i]!] = 1;
    }
  }
  return crowded;
}

/** Flags the points of every cube that holds a flagged one, and of the cubes around it. */
function around(grid: SphereGrid, flags: Uint8Array): Uint8Array {
  const {order, starts} = grid;
  const kept = new Uint8Array(flags.length);
  for (let home = 0; home + 1 < starts.length; home++) {
    if (!order.subarray(starts[home], starts[home + 1]).some((point) => flags[point])) continue;
    for (const cell of cellsAround(grid, home))
      for (let i = starts[cell]!; i < starts[cell + 1]!; i++) kept[order[i]!] = 1;
  }
  return kept;
}

/** Counts the points of a range within the limit of one, until they are more than what is left. */
function countWithin(
  {x, y, z}: SpherePoints,
  i: number,
  {from, to, limit, left}: {from: number; to: number; limit: number; left: number}
): number {
  const [ax, ay, az] = [x[i]!, y[i]!, z[i]!];
  let count = 0;
  for (let k = from; k < to && count <= left; k++) {
    const dx = ax - x[k]!;
    const dy = ay - y[k]!;
    const dz = az - z[k]!;
    if (dx * dx + dy * dy + dz * dz <= limit) count++;
  }
  return count;
}
