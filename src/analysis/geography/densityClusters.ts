import {sphereGrid, type SphereGrid} from "./sphereGrid.js";
import {chordKm, type SpherePoints} from "./spherePoints.js";

export interface DensityClusters {
  /** Cluster of each point, numbered from 0 in order of first appearance; −1 for noise. */
  clusters: Int32Array;
  count: number;
  /** 1 for points with enough others around them. */
  isCore: Uint8Array;
}

/**
 * Clusters points on the sphere by density (DBSCAN: Ester, Kriegel, Sander and Xu, 1996). A point with at least
 * minPoints points within the radius, itself included, is a core point; core points within the radius of each
 * other share a cluster; any other point joins its nearest core point within the radius, the lower-numbered of two
 * as near, or is noise. The clusters therefore do not depend on the order of the points.
 */
export function densityClusters(points: SpherePoints, radiusKm: number, minPoints: number): DensityClusters {
  const near = nearCubes(points, radiusKm);
  const isCore = corePoints(near, minPoints);
  const roots = connectCores(near, isCore);
  const numbers = new Map<number, number>();
  const clusters = anchorsOf(near, isCore).map((core) => {
    if (core < 0) return -1;
    const root = findRoot(roots, core);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
  return {clusters, count: numbers.size, isCore};
}

/** Points in cubes so small that all points of one lie within the radius of each other. */
interface NearCubes {
  grid: SphereGrid;
  /** Square of the straight line that the radius is. */
  limit: number;
  /** Returns the cubes that may hold a point within the radius of one of the given cube’s, that cube included. */
  around: (cube: number) => Int32Array;
}

// So much shorter than the longest side that rounding cannot put two points of a cube beyond the radius.
const MARGIN = 1 - 1e-9;

function nearCubes(points: SpherePoints, radiusKm: number): NearCubes {
  const chord = chordKm(radiusKm);
  const grid = sphereGrid(points, (chord / Math.sqrt(3)) * MARGIN);
  const offsets = new Int32Array(grid.starts.length);
  eachNearCube(grid, (cube) => offsets[cube + 1]!++);
  for (let cube = 0; cube + 1 < offsets.length; cube++) offsets[cube + 1]! += offsets[cube]!;
  const near = new Int32Array(offsets.at(-1)!);
  let end = 0;
  eachNearCube(grid, (_, other) => (near[end++] = other));
  return {grid, limit: chord ** 2, around: (cube) => near.subarray(offsets[cube], offsets[cube + 1])};
}

const STEPS = [-2, -1, 0, 1, 2];

/**
 * Calls back with each cube, in order, and every other that holds points at most two steps away along each axis. Cubes are
 * numbered in order of their keys, in which such a row of five is one range that moves on from cube to cube.
 */
function eachNearCube({cells, side}: SphereGrid, callback: (cube: number, other: number) => void): void {
  const keys = new Float64Array(cells.length / 3);
  for (let cube = 0; cube < keys.length; cube++)
    keys[cube] = (cells[3 * cube]! * side + cells[3 * cube + 1]!) * side + cells[3 * cube + 2]!;
  const rows = STEPS.flatMap((x) => STEPS.map((y) => ({shift: (x * side + y) * side, from: 0})));
  for (let cube = 0; cube < keys.length; cube++)
    for (const row of rows) {
      const middle = keys[cube]! + row.shift;
      while (keys[row.from]! < middle - 2) row.from++;
      for (let other = row.from; keys[other]! <= middle + 2; other++) callback(cube, other);
    }
}

/** Flags the points with enough others: all of a cube that holds so many, others until so many are counted. */
function corePoints({grid, limit, around}: NearCubes, minPoints: number): Uint8Array {
  const {points, order, starts} = grid;
  const isCore = new Uint8Array(order.length);
  for (let cube = 0; cube + 1 < starts.length; cube++) {
    const members = order.subarray(starts[cube], starts[cube + 1]);
    if (members.length >= minPoints) for (const point of members) isCore[point] = 1;
    else {
      const others = Array.from(around(cube), (at) => order.subarray(starts[at], starts[at + 1]));
      for (const point of members)
        isCore[point] = hasSoMany(points, point, {others, limit, minPoints}) ? 1 : 0;
    }
  }
  return isCore;
}

function hasSoMany(
  points: SpherePoints,
  point: number,
  {others, limit, minPoints}: {others: Int32Array[]; limit: number; minPoints: number}
): boolean {
  let count = 0;
  for (const cube of others)
    for (const other of cube)
      if (squareBetween(points, point, other) <= limit && ++count >= minPoints) return true;
  return false;
}

/** Returns a forest that joins near core points: those of a cube, and cubes of which one core point is near another’s. */
function connectCores({grid, limit, around}: NearCubes, isCore: Uint8Array): Int32Array {
  const {points, order, starts} = grid;
  const roots = Int32Array.from(isCore, (_, i) => i);
  const cores = Array.from({length: starts.length - 1}, (_, cube) =>
    order.subarray(starts[cube], starts[cube + 1]).filter((point) => isCore[point] === 1)
  );
  for (const [cube, own] of cores.entries()) {
    if (own.length === 0) continue;
    for (const point of own) roots[findRoot(roots, point)] = findRoot(roots, own[0]!);
    for (const at of around(cube)) {
      const others = cores[at]!;
      if (at <= cube || others.length === 0) continue;
      const [root, other] = [findRoot(roots, own[0]!), findRoot(roots, others[0]!)];
      if (root === other) continue;
      const isNear = own.some((a) => others.some((b) => squareBetween(points, a, b) <= limit));
      if (isNear) roots[root] = other;
    }
  }
  return roots;
}

/** Returns the core point that each point belongs to, itself or the nearest one within the radius, or −1. */
function anchorsOf({grid, limit, around}: NearCubes, isCore: Uint8Array): Int32Array {
  const {points, order, starts} = grid;
  const anchors = Int32Array.from(isCore, (core, i) => (core ? i : -1));
  for (let cube = 0; cube + 1 < starts.length; cube++) {
    const borders = order.subarray(starts[cube], starts[cube + 1]).filter((point) => isCore[point] === 0);
    if (borders.length === 0) continue;
    const others = Array.from(around(cube), (at) => order.subarray(starts[at], starts[at + 1]));
    for (const point of borders) anchors[point] = nearestCore(points, point, {others, limit, isCore});
  }
  return anchors;
}

function nearestCore(
  points: SpherePoints,
  point: number,
  {others, limit, isCore}: {others: Int32Array[]; limit: number; isCore: Uint8Array}
): number {
  let [best, nearest] = [-1, limit];
  for (const cube of others)
    for (const other of cube) {
      if (isCore[other] === 0) continue;
      const squared = squareBetween(points, point, other);
      if (squared > nearest || (squared === nearest && best >= 0 && other > best)) continue;
      [best, nearest] = [other, squared];
    }
  return best;
}

function squareBetween({x, y, z}: SpherePoints, a: number, b: number): number {
  const dx = x[a]! - x[b]!;
  const dy = y[a]! - y[b]!;
  const dz = z[a]! - z[b]!;
  return dx * dx + dy * dy + dz * dz;
}

function findRoot(roots: Int32Array, point: number): number {
  let root = point;
  while (roots[root] !== root) root = roots[root] = roots[roots[root]!]!;
  return root;
}
