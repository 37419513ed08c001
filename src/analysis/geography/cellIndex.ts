import {EARTH_RADIUS_MILES} from "./greatCircle.js";

/** Points sorted into cells of a cubic grid around the Earth's centre; see buildCells and visitNear. */
export interface CellIndex {
  /** Cells along each axis. */
  size: number;
  /** Position in members where each occupied cell begins and ends. */
  spans: Map<number, [from: number, to: number]>;
  /** Numbers of the points, cell by cell. */
  members: Int32Array;
}

/**
 * Sorts unit vectors into cubes at least as wide as the radius, so that whatever lies within it of a point is
 * in the point's cube or one of the 26 around it. A cube grid has no poles and no date line.
 */
export function buildCells(
  {x, y, z}: {x: Float64Array; y: Float64Array; z: Float64Array},
  radiusMiles: number
): CellIndex {
  const size = Math.max(1, Math.min(1000, Math.floor((2 * EARTH_RADIUS_MILES) / radiusMiles)));
  const keys = Float64Array.from(x, (_, i) => cellOf(size, [x[i]!, y[i]!, z[i]!]));
  const members = Int32Array.from(x.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
  const spans = new Map<number, [number, number]>();
  for (let from = 0; from < members.length;) {
    const key = keys[members[from]!]!;
    let to = from + 1;
    while (to < members.length && keys[members[to]!] === key) to++;
    spans.set(key, [from, to]);
    from = to;
  }
  return {size, spans, members};
}

/** Calls back with each run of members that may lie within the index's radius of a point on the sphere. */
export function visitNear(
  {size, spans}: CellIndex,
  [x, y, z]: [number, number, number],
  callback: (from: number, to: number) => void
): void {
  const centre = cellOf(size, [x, y, z]);
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++)
      for (let dz = -1; dz <= 1; dz++) {
        const span = spans.get(centre + (dx * STRIDE + dy) * STRIDE + dz);
        if (span) callback(span[0], span[1]);
      }
}

// Wider than any grid plus a margin on both sides, so that neighbouring keys never wrap into another row.
const STRIDE = 1024;

function cellOf(size: number, vector: [number, number, number]): number {
  const [i, j, k] = vector.map((v) => Math.min(size - 1, Math.floor(((v + 1) / 2) * size)) + 1);
  return (i! * STRIDE + j!) * STRIDE + k!;
}
