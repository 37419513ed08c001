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
  const isCore = corePoints(points, radiusKm, minPoints);
  const {roots, anchors} = connectCores(points, radiusKm, isCore);
  const numbers = new Map<number, number>();
  const clusters = anchors.map((core) => {
    if (core < 0) return -1;
    const root = findRoot(roots, core);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
  return {clusters, count: numbers.size, isCore};
}

function corePoints(points: SpherePoints, radiusKm: number, minPoints: number): Uint8Array {
  const neighbours = new Int32Array(points.x.length).fill(1);
  eachPairWithin(points, radiusKm, ({first, second, count}) => {
    for (let i = 0; i < count; i++) {
      neighbours[first[i]!]!++;
      neighbours[second[i]!]!++;
    }
  });
  return Uint8Array.from(neighbours, (near) => (near >= minPoints ? 1 : 0));
}

/** Returns a forest that joins near core points, and the core point that each point belongs to, or −1. */
function connectCores(points: SpherePoints, radiusKm: number, isCore: Uint8Array) {
  const roots = Int32Array.from(isCore, (_, i) => i);
  const anchors = Int32Array.from(isCore, (core, i) => (core ? i : -1));
  const nearest = new Float64Array(isCore.length).fill(Infinity);
  const attach = (core: number, border: number, chordSquared: number): void => {
    if (chordSquared > nearest[border]!) return;
    if (chordSquared === nearest[border] && core > anchors[border]!) return;
    nearest[border] = chordSquared;
    anchors[border] = core;
  };
  eachPairWithin(points, radiusKm, ({first, second, chordSquares, count}) => {
    for (let i = 0; i < count; i++) {
      const [a, b] = [first[i]!, second[i]!];
      if (isCore[a] && isCore[b]) roots[findRoot(roots, a)] = findRoot(roots, b);
      else if (isCore[a]) attach(a, b, chordSquares[i]!);
      else if (isCore[b]) attach(b, a, chordSquares[i]!);
    }
  });
  return {roots, anchors};
}

function findRoot(roots: Int32Array, point: number): number {
  let root = point;
  while (roots[root] !== root) root = roots[root] = roots[roots[root]!]!;
  return root;
}
