import {cellAt, cellOf, type SphereGrid} from "./sphereGrid.js";
import {chordKm} from "./spherePoints.js";

export interface Near {
  point: number;
  chordSquared: number;
}

type Offset = readonly [number, number, number];

/**
 * Returns up to the wanted number of the nearest other points to one of the grid’s points, nearest first, the lower
 * number first among equals, none farther away than the given distance.
 */
export function nearestPoints(grid: SphereGrid, from: number, wanted: number, farthestKm: number): Near[] {
  const {points, order, starts, cellKm} = grid;
  const limit = chordKm(farthestKm) ** 2;
  const home = cellOf(grid, from);
  const found: Near[] = [];
  for (let ring = 0; ring <= Math.ceil(farthestKm / cellKm); ring++) {
    for (const offset of shell(ring)) {
      const cell = cellAt(grid, home, offset);
      if (cell < 0) continue;
      for (let k = starts[cell]!; k < starts[cell + 1]!; k++) {
        const point = order[k]!;
        const dx = points.x[point]! - points.x[from]!;
        const dy = points.y[point]! - points.y[from]!;
        const dz = points.z[point]! - points.z[from]!;
        const chordSquared = dx * dx + dy * dy + dz * dz;
        if (point !== from && chordSquared <= limit) found.push({point, chordSquared});
      }
    }
    // Whatever lies beyond this ring of cubes is at least this far away.
    const sure = found.filter(({chordSquared}) => chordSquared <= (ring * cellKm) ** 2);
    if (sure.length >= wanted) break;
  }
  found.sort((a, b) => a.chordSquared - b.chordSquared || a.point - b.point);
  return found.slice(0, wanted);
}

const shells: Offset[][] = [];

/** Returns the cubes at a number of steps from the middle one, counted along the axis on which they differ most. */
function shell(ring: number): Offset[] {
  const side = Array.from({length: 2 * ring + 1}, (_, i) => i - ring);
  return (shells[ring] ??= side
    .flatMap((x) => side.flatMap((y) => side.map((z): Offset => [x, y, z])))
    .filter((offset) => Math.max(...offset.map(Math.abs)) === ring));
}
