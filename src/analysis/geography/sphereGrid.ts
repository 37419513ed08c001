import {EARTH_RADIUS_KM, pickPoints, type SpherePoints} from "./spherePoints.js";

/** Points sorted into cubes of an Earth-centred grid; a cube’s points follow each other in `order`. */
export interface SphereGrid {
  points: SpherePoints;
  cellKm: number;
  /** Point numbers, cube by cube, ascending within a cube. */
  order: Int32Array;
  /** Where each cube’s points begin in `order`, with one entry more than there are cubes. */
  starts: Int32Array;
  /** Position along each axis of each cube, from 0. */
  cells: Int32Array;
  /** Number of the cube at a key, for cubes that hold points. */
  byKey: Map<number, number>;
  side: number;
}

/** Sorts points into cubes of the given size. Cubes are numbered in order of their keys. */
export function sphereGrid(points: SpherePoints, cellKm: number): SphereGrid {
  const count = points.x.length;
  const side = Math.ceil((2 * EARTH_RADIUS_KM) / cellKm) + 2;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = keyOf(points, i, {side, cellKm});
  // Numbers alone sort far faster than positions by a number each; the points are then counted into their cubes.
  const found = keys.slice().sort();
  const byKey = new Map<number, number>();
  const starts: number[] = [];
  const cells: number[] = [];
  for (let k = 0; k < count; k++) {
    const key = found[k]!;
    if (k > 0 && key === found[k - 1]) continue;
    byKey.set(key, starts.length);
    starts.push(k);
    cells.push(Math.floor(key / (side * side)), Math.floor(key / side) % side, key % side);
  }
  const ends = Int32Array.from(starts);
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[ends[byKey.get(keys[i]!)!]!++] = i;
  starts.push(count);
  return {points, cellKm, order, starts: Int32Array.from(starts), cells: Int32Array.from(cells), byKey, side};
}

/** Returns the number of the cube that holds one of the grid’s points. */
export function cellOf(grid: SphereGrid, point: number): number {
  return grid.byKey.get(keyOf(grid.points, point, grid))!;
}

function keyOf(
  {x, y, z}: SpherePoints,
  i: number,
  {side, cellKm}: Pick<SphereGrid, "side" | "cellKm">
): number {
  const axis = (value: number) => Math.floor((value + EARTH_RADIUS_KM) / cellKm);
  return cellKey(side, axis(x[i]!), axis(y[i]!), axis(z[i]!));
}

function cellKey(side: number, x: number, y: number, z: number): number {
  return (x * side + y) * side + z;
}

/** Returns the number of the cube at an offset from another, or −1 where no points are. */
export function cellAt(
  grid: SphereGrid,
  cell: number,
  [dx, dy, dz]: readonly [number, number, number]
): number {
  const {cells, byKey, side} = grid;
  const [x, y, z] = [cells[3 * cell]! + dx, cells[3 * cell + 1]! + dy, cells[3 * cell + 2]! + dz];
  if (x < 0 || y < 0 || z < 0 || x >= side || y >= side || z >= side) return -1;
  return byKey.get(cellKey(side, x, y, z)) ?? -1;
}

const AROUND = [-1, 0, 1].flatMap((x) =>
  [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z) => [x, y, z] as const))
);

/** Returns the cubes that may hold points within one cube’s length of another’s: that cube and its neighbours. */
export function cellsAround(grid: SphereGrid, cell: number): number[] {
  return AROUND.map((offset) => cellAt(grid, cell, offset)).filter((found) => found >= 0);
}

/** Returns the grid’s points cube by cube, so that those that are looked at together lie together. */
export function sortedPoints({points, order}: SphereGrid): SpherePoints {
  return pickPoints(points, order);
}
