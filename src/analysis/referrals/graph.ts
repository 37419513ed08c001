/** Undirected edges between nodes numbered from 0; every edge once, in either direction. */
export interface EdgeList {
  sources: ArrayLike<number>;
  targets: ArrayLike<number>;
  /** Positive weights; 1 each unless given. */
  weights?: ArrayLike<number>;
}

/**
 * An undirected graph in compressed sparse rows: the neighbours of node v, in ascending order, are
 * targets[offsets[v]] up to targets[offsets[v + 1] − 1]; each edge therefore stands there twice.
 */
export interface Graph {
  nodeCount: number;
  edgeCount: number;
  offsets: Int32Array;
  targets: Int32Array;
  weights: Float64Array;
  /** Sum of the edges’ weights, each edge once. */
  totalWeight: number;
}

/**
 * Builds a graph from an edge list. Parallel edges become one, their weights added; loops are left out, since
 * they relate a node to nothing else. Throws a RangeError for a node or weight out of range. Holds each edge’s two
 * entries once, in shared memory if wanted: the rows are sorted where they lie.
 */
export function buildGraph(nodeCount: number, edges: EdgeList, {isShared = false} = {}): Graph {
  const rows = scatter(nodeCount, edges, isShared);
  for (let v = 0; v < nodeCount; v++) sortRow(rows, rows.offsets[v]!, rows.offsets[v + 1]!);
  return mergeParallel(nodeCount, rows);
}

/** Returns the weight of each node’s loops, which buildGraph leaves out. */
export function loopWeights(nodeCount: number, {sources, targets, weights}: EdgeList): Float64Array {
  const loops = new Float64Array(nodeCount);
  for (let e = 0; e < sources.length; e++)
    if (sources[e] === targets[e]) loops[sources[e]!]! += weights ? weights[e]! : 1;
  return loops;
}

type Rows = Pick<Graph, "offsets" | "targets" | "weights">;

function scatter(nodeCount: number, {sources, targets, weights}: EdgeList, isShared: boolean): Rows {
  const bytes = (size: number) => (isShared ? new SharedArrayBuffer(size) : new ArrayBuffer(size));
  const offsets = new Int32Array(bytes(4 * (nodeCount + 1)));
  for (let e = 0; e < sources.length; e++) {
    const [a, b, weight] = [sources[e]!, targets[e]!, weights ? weights[e]! : 1];
    if (!(a >= 0 && a < nodeCount && b >= 0 && b < nodeCount))
      throw new RangeError(`edge ${e} joins ${a} and ${b}, outside 0 to ${nodeCount - 1}`);
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`edge ${e} has weight ${weight}`);
    if (a === b) continue;
    offsets[a + 1]!++;
    offsets[b + 1]!++;
  }
  for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
  const rows = {
    offsets,
    targets: new Int32Array(bytes(4 * offsets[nodeCount]!)),
    weights: new Float64Array(bytes(8 * offsets[nodeCount]!))
  };
  const cursor = offsets.slice();
  for (let e = 0; e < sources.length; e++) {
    const [a, b, weight] = [sources[e]!, targets[e]!, weights ? weights[e]! : 1];
    if (a === b) continue;
    put(rows, cursor[a]!++, b, weight);
    put(rows, cursor[b]!++, a, weight);
  }
  return rows;
}

const SHORT = 64;

/** Sorts the entries of a row by target; parallel edges keep their order. */
function sortRow(rows: Rows, from: number, to: number): void {
  if (to - from > SHORT) return sortLongRow(rows, from, to);
  const {targets, weights} = rows;
  for (let i = from + 1; i < to; i++) {
    const [target, weight] = [targets[i]!, weights[i]!];
    let slot = i;
    for (; slot > from && targets[slot - 1]! > target; slot--)
      put(rows, slot, targets[slot - 1]!, weights[slot - 1]!);
    put(rows, slot, target, weight);
  }
}

function sortLongRow(rows: Rows, from: number, to: number): void {
  const [targets, weights] = [rows.targets.slice(from, to), rows.weights.slice(from, to)];
  const order = Int32Array.from(targets.keys()).sort((a, b) => targets[a]! - targets[b]! || a - b);
  order.forEach((entry, i) => put(rows, from + i, targets[entry]!, weights[entry]!));
}

function mergeParallel(nodeCount: number, {offsets, targets, weights}: Rows): Graph {
  let [start, end, total] = [0, 0, 0];
  for (let v = 0; v < nodeCount; v++) {
    const [first, last] = [end, offsets[v + 1]!];
    for (let i = start; i < last; i++) {
      total += weights[i]!;
      if (end > first && targets[end - 1] === targets[i]) weights[end - 1]! += weights[i]!;
      else {
        targets[end] = targets[i]!;
        weights[end++] = weights[i]!;
      }
    }
    start = last;
    offsets[v + 1] = end;
  }
  return {
    nodeCount,
    edgeCount: end / 2,
    offsets,
    targets: targets.subarray(0, end),
    weights: weights.subarray(0, end),
    totalWeight: total / 2
  };
}

function put({targets, weights}: Rows, slot: number, target: number, weight: number): void {
  targets[slot] = target;
  weights[slot] = weight;
}
