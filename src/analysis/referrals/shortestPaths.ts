import type {Graph} from "./graph.js";

/** Sums over starting nodes of what each contributes to the betweenness of every node, and of its square. */
export interface Dependencies {
  sums: Float64Array;
  squares: Float64Array;
}

/**
 * Sums, over shortest paths by number of steps from each of the sources, the share that runs through each node, a path
 * counting by how far along it the node lies. The same path met from its other end counts the rest, so the sum over all
 * sources is betweenness; nodes near a sampled source are not exaggerated (Geisberger et al. 2008).
 */
export function dependenciesFrom(graph: Graph, sources: ArrayLike<number>): Dependencies {
  const paths = new ShortestPaths(graph);
  const sums = new Float64Array(graph.nodeCount);
  const squares = new Float64Array(graph.nodeCount);
  for (let i = 0; i < sources.length; i++) paths.addDependencies(sources[i]!, sums, squares);
  return {sums, squares};
}

/** Adds what other starting nodes contribute to the sums, in place, and returns them. */
export function addedTo(sum: Dependencies, {sums, squares}: Dependencies): Dependencies {
  for (let v = 0; v < sums.length; v++) {
    sum.sums[v]! += sums[v]!;
    sum.squares[v]! += squares[v]!;
  }
  return sum;
}

/** Shortest paths from one node at a time; its arrays are used again from source to source. */
class ShortestPaths {
  private readonly order: Int32Array;
  private readonly distances: Int32Array;
  private readonly pathCounts: Float64Array;
  private readonly dependencies: Float64Array;

  constructor(private readonly graph: Graph) {
    this.order = new Int32Array(graph.nodeCount);
    this.distances = new Int32Array(graph.nodeCount).fill(-1);
    this.pathCounts = new Float64Array(graph.nodeCount);
    this.dependencies = new Float64Array(graph.nodeCount);
  }

  addDependencies(source: number, sums: Float64Array, squares: Float64Array): void {
    const {order, distances, dependencies} = this;
    const count = this.search(source);
    this.accumulate(count);
    for (let i = 0; i < count; i++) {
      const v = order[i]!;
      const contribution = dependencies[v]! * distances[v]!;
      sums[v]! += contribution;
      squares[v]! += contribution * contribution;
      dependencies[v] = 0;
      distances[v] = -1;
    }
  }

  private search(source: number): number {
    const {order, distances, pathCounts} = this;
    const {offsets, targets} = this.graph;
    let end = 0;
    order[end++] = source;
    distances[source] = 0;
    pathCounts[source] = 1;
    for (let head = 0; head < end; head++) {
      const v = order[head]!;
      const farther = distances[v]! + 1;
      const count = pathCounts[v]!;
      for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++) {
        const u = targets[i]!;
        const distance = distances[u]!;
        if (distance < 0) {
          distances[u] = farther;
          pathCounts[u] = count;
          order[end++] = u;
        } else if (distance === farther) pathCounts[u]! += count;
      }
    }
    return end;
  }

  private accumulate(count: number): void {
    const {order, distances, pathCounts, dependencies} = this;
    const {offsets, targets} = this.graph;
    for (let k = count - 1; k > 0; k--) {
      const v = order[k]!;
      const nearer = distances[v]! - 1;
      const share = (1 / (nearer + 1) + dependencies[v]!) / pathCounts[v]!;
      for (let i = offsets[v]!, last = offsets[v + 1]!; i < last; i++) {
        const u = targets[i]!;
        if (distances[u] === nearer) dependencies[u]! += pathCounts[u]! * share;
      }
    }
  }
}
