import {MOST_HALVINGS} from "./crowding.js";
import {cellsAround, sphereGrid} from "./sphereGrid.js";
import {chordKm, type SpherePoints} from "./spherePoints.js";

/** How far each point looks. */
export interface Reach {
  /** Square of the straight-line distance, km². */
  limits: Float64Array;
  /**
   * How many numbers after its own, going round from the last point to the first, a point looks among others at exactly
   * that distance; Infinity where it looks at all of them.
   */
  turns: Float64Array;
}

/**
 * Works out how far each point looks: as far as its radius, halved as often as given, or, where more than so many others
 * lie within a radius that is not halved again, at the nearest so many. Of others equally far those go first whose numbers
 * follow its own, so that of thousands at one point each looks at as many, and as many look at each.
 */
export function reachOf(
  points: SpherePoints,
  halvings: Uint8Array,
  {radiusKm, most}: {radiusKm: number; most: number}
): Reach {
  const limits = Float64Array.from(halvings, (h) => chordKm(radiusKm / 2 ** h) ** 2);
  const turns = new Float64Array(halvings.length).fill(Infinity);
  const reach = {limits, turns};
  if (halvings.includes(MOST_HALVINGS))
    limitNearest(reach, points, {halvings, radiusKm: radiusKm / 2 ** MOST_HALVINGS, most});
  return reach;
}

/** Says whether a point looks as far as another at the given distance, as the square of the straight line, km². */
export function looksAt({limits, turns}: Reach, point: number, other: number, squared: number): boolean {
  const limit = limits[point]!;
  if (squared !== limit) return squared < limit;
  return turnTo(point, other, limits.length) <= turns[point]!;
}

function turnTo(point: number, other: number, count: number): number {
  return other > point ? other - point : other - point + count;
}

interface Crowd {
  halvings: Uint8Array;
  radiusKm: number;
  most: number;
}

/** Limits points whose radius has been halved as often as it may be to the nearest so many, where there are more. */
function limitNearest(reach: Reach, points: SpherePoints, {halvings, radiusKm, most}: Crowd): void {
  const grid = sphereGrid(points, radiusKm);
  const {order, starts} = grid;
  for (let home = 0; home + 1 < starts.length; home++) {
    const crowd = order.subarray(starts[home], starts[home + 1]);
    if (!crowd.some((point) => halvings[point] === MOST_HALVINGS)) continue;
    const around = cellsAround(grid, home).map((cell) => order.subarray(starts[cell], starts[cell + 1]));
    const others = Int32Array.from(around.flatMap((cell) => Array.from(cell)));
    for (const point of crowd)
      if (halvings[point] === MOST_HALVINGS) limitPoint(reach, point, {points, others, most});
  }
}

/** Limits one point to the nearest so many of the others, if more than that are as near as it looks. */
function limitPoint(
  {limits, turns}: Reach,
  point: number,
  {points: {x, y, z}, others, most}: {points: SpherePoints; others: Int32Array; most: number}
): void {
  const [px, py, pz] = [x[point]!, y[point]!, z[point]!];
  const squares = Float64Array.from(others, (k) => {
    const [dx, dy, dz] = [px - x[k]!, py - y[k]!, pz - z[k]!];
    return dx * dx + dy * dy + dz * dz;
  });
  // The point itself, at no distance, comes first.
  const sorted = squares.slice().sort();
  const farthest = sorted[most]!;
  if (!(sorted.length > most + 1 && sorted[most + 1]! <= limits[point]!)) return;
  const nearer = sorted.findIndex((squared) => squared === farthest);
  const equal = others.filter((other, k) => squares[k] === farthest && other !== point);
  const wanted = farthest === 0 ? most : most + 1 - nearer;
  limits[point] = farthest;
  turns[point] = equal.map((other) => turnTo(point, other, limits.length)).sort()[wanted - 1]!;
}
