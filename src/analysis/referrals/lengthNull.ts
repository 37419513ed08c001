import {chordKm, type SpherePoints} from "../geography/spherePoints.js";
import {sphereGrid} from "../geography/sphereGrid.js";
import type {EdgeList} from "./graph.js";
import {rewire} from "./rewire.js";

export interface LengthNullOptions {
  random: () => number;
  swapsPerEdge: number;
  /** Ties swap far ends only where their near ends lie in the same cube of this size, kilometres. */
  cellKm: number;
  /** Classes of length, each holding as many ties, that every tie stays in. */
  classCount: number;
}

/**
 * Returns a random network in which every place keeps its number of ties and ties stay as long as they are, up to the
 * width of a length class: what geography alone would give. Which end of a tie is the near one is drawn anew.
 */
export function lengthNull(points: SpherePoints, edges: EdgeList, options: LengthNullOptions) {
  const {random, swapsPerEdge, cellKm, classCount} = options;
  const flipped = Array.from(edges.sources, () => random() < 0.5);
  const sources = Int32Array.from(edges.sources, (a, e) => (flipped[e] ? edges.targets[e]! : a));
  const targets = Int32Array.from(edges.targets, (b, e) => (flipped[e] ? edges.sources[e]! : b));
  const {x, y, z} = points;
  const square = (a: number, b: number) => {
    const [dx, dy, dz] = [x[a]! - x[b]!, y[a]! - y[b]!, z[a]! - z[b]!];
    return dx * dx + dy * dy + dz * dz;
  };
  const bounds = classBounds(
    Float64Array.from(sources, (a, e) => square(a, targets[e]!)),
    classCount
  );
  const lower = Float64Array.from(sources);
  const upper = Float64Array.from(sources);
  sources.forEach((a, e) => {
    const length = square(a, targets[e]!);
    const above = bounds.findIndex((bound) => length <= bound);
    lower[e] = above === 0 ? -1 : bounds[above - 1]!;
    upper[e] = bounds[above]!;
  });
  const {members, starts, groups} = edgesByCube(points, sources, cellKm);
  return rewire(
    points.x.length,
    {sources, targets},
    {
      random,
      swapsPerEdge,
      partner: (edge) => {
        const start = starts[groups[edge]!]!;
        return members[start + Math.floor(random() * (starts[groups[edge]! + 1]! - start))]!;
      },
      accepts: (edge, a, b) => {
        const length = square(a, b);
        return length > lower[edge]! && length <= upper[edge]!;
      }
    }
  );
}

function classBounds(squares: Float64Array, classCount: number): number[] {
  const sorted = squares.slice().sort();
  const bounds = Array.from(
    {length: classCount - 1},
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / classCount)] ?? 0
  );
  return [...bounds, chordKm(Infinity) ** 2];
}

/** Lists edges cube by cube of their sources: those of cube c are members[starts[c]] up to members[starts[c + 1] − 1]. */
function edgesByCube(points: SpherePoints, sources: Int32Array, cellKm: number) {
  const grid = sphereGrid(points, cellKm);
  const cubes = new Int32Array(points.x.length);
  for (let cube = 0; cube + 1 < grid.starts.length; cube++)
    for (let i = grid.starts[cube]!; i < grid.starts[cube + 1]!; i++) cubes[grid.order[i]!] = cube;
  const groups = sources.map((a) => cubes[a]!);
  const starts = new Int32Array(grid.starts.length);
  for (const group of groups) starts[group + 1]!++;
  for (let cube = 0; cube + 1 < starts.length; cube++) starts[cube + 1]! += starts[cube]!;
  const members = new Int32Array(sources.length);
  const cursor = starts.slice();
  groups.forEach((group, edge) => (members[cursor[group]!++] = edge));
  return {groups, starts, members};
}
