import type {Graph} from "./graph.js";

/** Shortest paths from one node at a time, by number of steps; its arrays are used again from source to source. */
export class ShortestPaths {
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

  /**
   * Adds to each node, and its square, the share of shortest paths from the source that run through it, a path
   * counting by how far along it the node lies. The same path met from its other end counts the rest, so the sum
   * over all sources is betweenness; nodes near a sampled source are not exaggerated (Geisberger et al. 2008).
   */
  addDependencies(source: number, sums: Float64Array, squares: Float64Array): void {
    const {order, distances, dependencies} = this;
    const count = this.search(source);
    this.accumulate(count);
    for (let i = 0; i < count; i++) {
      const v = order[i]!;
      if (v !== source) {
        const contribution = dependencies[v]! * distances[v]!;
        sums[v]! += contribution;
        squares[v]! += contribution * contribution;
      }
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
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const u = targets[i]!;
        if (distances[u]! < 0) {
          distances[u] = distances[v]! + 1;
          pathCounts[u] = 0;
          order[end++] = u;
        }
        if (distances[u] === distances[v]! + 1) pathCounts[u]! += pathCounts[v]!;
      }
    }
    return end;
  }

  private accumulate(count: number): void {
    const {order, distances, pathCounts, dependencies} = this;
    const {offsets, targets} = this.graph;
    for (let k = count - 1; k > 0; k--) {
      const v = order[k]!;
      const share = (1 / distances[v]! + dependencies[v]!) / pathCounts[v]!;
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const u = targets[i]!;
        if (distances[u] === distances[v]! - 1) dependencies[u]! += pathCounts[u]! * share;
      }
    }
  }
}
