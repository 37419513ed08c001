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
  const {sources, targets} = flipped(edges, random);
  const {x, y, z} = points;
  const square = (a: number, b: number) => {
    const dx = x[a]! - x[b]!;
    const dy = y[a]! - y[b]!;
    const dz = z[a]! - z[b]!;
    return dx * dx + dy * dy + dz * dz;
  };
  const squares = new Float64Array(sources.length);
  for (let e = 0; e < squares.length; e++) squares[e] = square(sources[e]!, targets[e]!);
  const {lower, upper} = lengthClasses(squares, classCount);
  const {members, starts, groups} = edgesByCube(points, sources, cellKm);
  return rewire(
    points.x.length,
    {sources, targets},
    {
      random,
      swapsPerEdge,
      partner: (edge) => {
        const group = groups[edge]!;
        const start = starts[group]!;
        return members[start + Math.floor(random() * (starts[group + 1]! - start))]!;
      },
      accepts: (edge, a, b) => {
        const length = square(a, b);
        return length > lower[edge]! && length <= upper[edge]!;
      }
    }
  );
}

/** Turns every edge one way or the other. */
function flipped(edges: EdgeList, random: () => number) {
  const sources = Int32Array.from(edges.sources);
  const targets = Int32Array.from(edges.targets);
  for (let e = 0; e < sources.length; e++) {
    if (random() < 0.5) continue;
    const source = sources[e]!;
    sources[e] = targets[e]!;
    targets[e] = source;
  }
  return {sources, targets};
}

/** Returns, for each edge, the bounds of its class: its squared length lies above the lower and up to the upper one. */
function lengthClasses(squares: Float64Array, classCount: number) {
  const sorted = squares.slice().sort();
  const bounds = Float64Array.from({length: classCount + 1}, (_, i) =>
    i === 0 ? -1 : (sorted[Math.floor((i * sorted.length) / classCount)] ?? chordKm(Infinity) ** 2)
  );
  const lower = new Float64Array(squares.length);
  const upper = new Float64Array(squares.length);
  for (let e = 0; e < squares.length; e++) {
    let above = 1;
    while (squares[e]! > bounds[above]!) above++;
    lower[e] = bounds[above - 1]!;
    upper[e] = bounds[above]!;
  }
  return {lower, upper};
}

/** Lists edges cube by cube of their sources: those of cube c are members[starts[c]] up to members[starts[c + 1] − 1]. */
function edgesByCube(points: SpherePoints, sources: Int32Array, cellKm: number) {
  const grid = sphereGrid(points, cellKm);
  const cubes = new Int32Array(points.x.length);
  for (let cube = 0; cube + 1 < grid.starts.length; cube++)
    for (let i = grid.starts[cube]!; i < grid.starts[cube + 1]!; i++) cubes[grid.order[i]!] = cube;
  const groups = new Int32Array(sources.length);
  const starts = new Int32Array(grid.starts.length);
  for (let e = 0; e < groups.length; e++) starts[(groups[e] = cubes[sources[e]!]!) + 1]!++;
  for (let cube = 0; cube + 1 < starts.length; cube++) starts[cube + 1]! += starts[cube]!;
  const members = new Int32Array(sources.length);
  const cursor = starts.slice();
  for (let e = 0; e < groups.length; e++) members[cursor[groups[e]!]!++] = e;
  return {groups, starts, members};
}
