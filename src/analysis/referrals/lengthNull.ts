import {chordKm, type SpherePoints} from "../geography/spherePoints.js";
import {sphereGrid} from "../geography/sphereGrid.js";
import type {EdgeList} from "./graph.js";
import {swapEnds} from "./rewire.js";

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
  const {classes, bounds} = lengthClasses(sources.length, classCount, (e) =>
    square(sources[e]!, targets[e]!)
  );
  const {members, starts, cubes} = edgesByCube(points, sources, cellKm);
  return swapEnds(
    points.x.length,
    {sources, targets},
    {
      random,
      swapsPerEdge,
      partner: (edge) => {
        const cube = cubes[sources[edge]!]!;
        const start = starts[cube]!;
        return members[start + Math.floor(random() * (starts[cube + 1]! - start))]!;
      },
      accepts: (edge, a, b) => {
        const length = square(a, b);
        const above = classes[edge]!;
        return length > bounds[above - 1]! && length <= bounds[above]!;
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

/**
 * Divides edges into classes of length that hold as many each. The squared length of an edge of class c lies above
 * bounds[c − 1] and up to bounds[c].
 */
function lengthClasses(edgeCount: number, classCount: number, squareOf: (edge: number) => number) {
  const sorted = new Float64Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) sorted[e] = squareOf(e);
  sorted.sort();
  const bounds = Float64Array.from({length: classCount + 1}, (_, i) =>
    i === 0 ? -1 : (sorted[Math.floor((i * edgeCount) / classCount)] ?? chordKm(Infinity) ** 2)
  );
  const classes = classCount < 256 ? new Uint8Array(edgeCount) : new Int32Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    const square = squareOf(e);
    let above = 1;
    while (square > bounds[above]!) above++;
    classes[e] = above;
  }
  return {classes, bounds};
}

/**
 * Lists edges cube by cube of their sources: those of cube c are members[starts[c]] up to members[starts[c + 1] − 1].
 * Gives the cube of each point.
 */
function edgesByCube(points: SpherePoints, sources: Int32Array, cellKm: number) {
  const grid = sphereGrid(points, cellKm);
  const cubes = new Int32Array(points.x.length);
  for (let cube = 0; cube + 1 < grid.starts.length; cube++)
    for (let i = grid.starts[cube]!; i < grid.starts[cube + 1]!; i++) cubes[grid.order[i]!] = cube;
  const starts = new Int32Array(grid.starts.length);
  for (const source of sources) starts[cubes[source]! + 1]!++;
  for (let cube = 0; cube + 1 < starts.length; cube++) starts[cube + 1]! += starts[cube]!;
  const members = new Int32Array(sources.length);
  const cursor = starts.slice();
  for (let e = 0; e < members.length; e++) members[cursor[cubes[sources[e]!]!]!++] = e;
  return {cubes, starts, members};
}
