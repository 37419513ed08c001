/** Counts ties and how unevenly they are spread within a group of nodes. */
export interface GroupTies {
  nodeCount: number;
  edgeCount: number;
  /** Ties as a share of all possible ones; NaN for fewer than two nodes. */
  density: number;
  /** Freeman’s degree centralization (1978): 1 for a star, 0 where all have as many ties; NaN for fewer than three nodes. */
  centralization: number;
}

/** Returns the density and centralization of the ties inside each group; groups are numbered from 0. */
export function groupTies(
  groups: ArrayLike<number>,
  groupCount: number,
  {sources, targets}: {sources: ArrayLike<number>; targets: ArrayLike<number>}
): GroupTies[] {
  const degree = new Int32Array(groups.length);
  const edgeCounts = new Int32Array(groupCount);
  for (let e = 0; e < sources.length; e++) {
    const [a, b] = [sources[e]!, targets[e]!];
    if (groups[a] !== groups[b]) continue;
    degree[a]!++;
    degree[b]!++;
    edgeCounts[groups[a]!]!++;
  }
  const nodeCounts = new Int32Array(groupCount);
  const largest = new Int32Array(groupCount);
  for (let v = 0; v < groups.length; v++) {
    nodeCounts[groups[v]!]!++;
    largest[groups[v]!] = Math.max(largest[groups[v]!]!, degree[v]!);
  }
  return Array.from(nodeCounts, (nodeCount, group) => {
    const edgeCount = edgeCounts[group]!;
    const shortfall = nodeCount * largest[group]! - 2 * edgeCount;
    return {
      nodeCount,
      edgeCount,
      density: nodeCount < 2 ? NaN : (2 * edgeCount) / (nodeCount * (nodeCount - 1)),
      centralization: nodeCount < 3 ? NaN : shortfall / ((nodeCount - 1) * (nodeCount - 2))
    };
  });
}
