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
 * they relate a node to nothing else. Throws a RangeError for a node or weight out of range.
 */
export function buildGraph(nodeCount: number, edges: EdgeList): Graph {
  const scattered = scatter(nodeCount, edges);
  return mergeParallel(nodeCount, transpose(nodeCount, scattered));
}

/** Returns the weight of each node’s loops, which buildGraph leaves out. */
export function loopWeights(nodeCount: number, {sources, targets, weights}: EdgeList): Float64Array {
  const loops = new Float64Array(nodeCount);
  for (let e = 0; e < sources.length; e++)
    if (sources[e] === targets[e]) loops[sources[e]!]! += weights ? weights[e]! : 1;
  return loops;
}

type Rows = Pick<Graph, "offsets" | "targets" | "weights">;

function scatter(nodeCount: number, {sources, targets, weights}: EdgeList): Rows {
  const offsets = new Int32Array(nodeCount + 1);
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
    targets: new Int32Array(offsets[nodeCount]!),
    weights: new Float64Array(offsets[nodeCount]!)
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

// The rows are symmetric, so writing each into its columns leaves every row sorted.
function transpose(nodeCount: number, {offsets, targets, weights}: Rows): Rows {
  const sorted = {
    offsets,
    targets: new Int32Array(targets.length),
    weights: new Float64Array(targets.length)
  };
  const cursor = offsets.slice();
  for (let v = 0; v < nodeCount; v++)
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) put(sorted, cursor[targets[i]!]!++, v, weights[i]!);
  return sorted;
}

function mergeParallel(nodeCount: number, {offsets, targets, weights}: Rows): Graph {
  const merged = new Int32Array(nodeCount + 1);
  let end = 0;
  let total = 0;
  for (let v = 0; v < nodeCount; v++) {
    const start = end;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      total += weights[i]!;
      if (end > start && targets[end - 1] === targets[i]) weights[end - 1]! += weights[i]!;
      else {
        targets[end] = targets[i]!;
        weights[end++] = weights[i]!;
      }
    }
    merged[v + 1] = end;
  }
  return {
    nodeCount,
    edgeCount: end / 2,
    offsets: merged,
    targets: targets.slice(0, end),
    weights: weights.slice(0, end),
    totalWeight: total / 2
  };
}

function put({targets, weights}: Rows, slot: number, target: number, weight: number): void {
  targets[slot] = target;
  weights[slot] = weight;
}
