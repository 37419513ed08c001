import {eachPairWithin} from "./spherePairs.js";
import type {SpherePoints} from "./spherePoints.js";

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
  const count = points.x.length;
  const neighbours = new Int32Array(count).fill(1);
  eachPairWithin(points, radiusKm, (a, b) => {
    neighbours[a]!++;
    neighbours[b]!++;
  });
  const isCore = Uint8Array.from(neighbours, (near) => (near >= minPoints ? 1 : 0));
  const roots = Int32Array.from(isCore, (_, i) => i);
  const anchors = new Int32Array(count).fill(-1);
  const nearest = new Float64Array(count).fill(Infinity);
  const attach = (core: number, border: number, chordSquared: number): void => {
    if (chordSquared > nearest[border]! || (chordSquared === nearest[border] && core > anchors[border]!))
      return;
    nearest[border] = chordSquared;
    anchors[border] = core;
  };
  eachPairWithin(points, radiusKm, (a, b, chordSquared) => {
    if (isCore[a] && isCore[b]) roots[findRoot(roots, a)] = findRoot(roots, b);
    else if (isCore[a]) attach(a, b, chordSquared);
    else if (isCore[b]) attach(b, a, chordSquared);
  });
  const numbers = new Map<number, number>();
  const clusters = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const core = isCore[i] ? i : anchors[i]!;
    if (core < 0) continue;
    const root = findRoot(roots, core);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    clusters[i] = numbers.get(root)!;
  }
  return {clusters, count: numbers.size, isCore};
}

function findRoot(roots: Int32Array, point: number): number {
  let root = point;
  while (roots[root] !== root) root = roots[root] = roots[roots[root]!]!;
  return root;
}
