import {cellAt, cellOf, sphereGrid, type SphereGrid} from "./sphereGrid.js";
import {chordKm, type SpherePoints} from "./spherePoints.js";

/** How often a radius is halved at most: 25 km become 100 m. */
export const MOST_HALVINGS = 8;

/** The cubes that may hold points within one cube's length of a point: its own and the 26 around it. */
export const AROUND = [-1, 0, 1].flatMap((x) =>
  [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z) => [x, y, z] as const))
);

/**
 * Returns how often each point's radius is halved so that it has at most so many others within it: 0 where the whole
 * radius will do, MOST_HALVINGS where more than that many lie at almost the same point. Depends on distances alone.
 */
export function crowding(points: SpherePoints, radiusKm: number, most: number): Uint8Array {
  const halvings = new Uint8Array(points.x.length);
  const whole = sphereGrid(points, radiusKm);
  let crowded = crowdedPoints(whole, halvings.keys(), {radiusKm, most});
  for (const point of crowded) halvings[point] = MOST_HALVINGS;
  for (let h = MOST_HALVINGS; h > 0 && crowded.length; h--) {
    const grid = sphereGrid(points, radiusKm / 2 ** h);
    const stillCrowded = new Set(crowdedPoints(grid, crowded, {radiusKm: radiusKm / 2 ** h, most}));
    crowded = crowded.filter((point) => !stillCrowded.has(point));
    for (const point of crowded) halvings[point] = h;
  }
  return halvings;
}

interface Crowd {
  radiusKm: number;
  most: number;
}

function crowdedPoints(grid: SphereGrid, among: Iterable<number>, {radiusKm, most}: Crowd): number[] {
  const limit = chordKm(radiusKm) ** 2;
  const found: number[] = [];
  for (const point of among) if (isCrowded(grid, point, {limit, most})) found.push(point);
  return found;
}

function isCrowded(grid: SphereGrid, point: number, {limit, most}: {limit: number; most: number}): boolean {
  const {points, order, starts} = grid;
  const home = cellOf(grid, point);
  const cells = AROUND.map((offset) => cellAt(grid, home, offset)).filter((cell) => cell >= 0);
  // The point itself is among them.
  let left = cells.reduce((sum, cell) => sum + starts[cell + 1]! - starts[cell]!, 0) - 1;
  if (left <= most) return false;
  let count = -1;
  for (const cell of cells)
    for (let k = starts[cell]!; k < starts[cell + 1]!; k++) {
      const other = order[k]!;
      const dx = points.x[other]! - points.x[point]!;
      const dy = points.y[other]! - points.y[point]!;
      const dz = points.z[other]! - points.z[point]!;
      if (dx * dx + dy * dy + dz * dz <= limit) count++;
      else left--;
      if (count > most) return true;
      if (left <= most) return false;
    }
  return false;
}
