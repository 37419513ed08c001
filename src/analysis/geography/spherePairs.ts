import {cellAt, sphereGrid} from "./sphereGrid.js";
import {chordKm, type SpherePoints} from "./spherePoints.js";

// Half of the 26 neighbours: the other half meets the pair from its other side.
const FORWARD = [-1, 0, 1]
  .flatMap((x) => [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z) => [x, y, z] as const)))
  .filter(([x, y, z]) => x * 9 + y * 3 + z > 0);

/**
 * Calls back once for every pair of points no farther apart than the radius along the great circle, with the
 * square of their straight-line distance in km². The order of pairs depends on the points alone.
 */
export function eachPairWithin(
  points: SpherePoints,
  radiusKm: number,
  callback: (a: number, b: number, chordSquared: number) => void
): void {
  const {x, y, z} = points;
  const limit = chordKm(radiusKm) ** 2;
  const grid = sphereGrid(points, radiusKm);
  const {order, starts} = grid;
  const meet = (from: number, to: number, end: number): void => {
    const a = order[from]!;
    const [ax, ay, az] = [x[a]!, y[a]!, z[a]!];
    for (let k = to; k < end; k++) {
      const b = order[k]!;
      const [dx, dy, dz] = [ax - x[b]!, ay - y[b]!, az - z[b]!];
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared <= limit) callback(a, b, squared);
    }
  };
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    const [start, end] = [starts[cell]!, starts[cell + 1]!];
    for (let i = start; i < end; i++) meet(i, i + 1, end);
    for (const offset of FORWARD) {
      const other = cellAt(grid, cell, offset);
      if (other < 0) continue;
      for (let i = start; i < end; i++) meet(i, starts[other]!, starts[other + 1]!);
    }
  }
}
