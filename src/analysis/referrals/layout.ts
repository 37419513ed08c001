import {FreeCells} from "./freeCells.js";

/** Positions in a drawing, whole numbers from 0 along the longer side. */
export interface Positions {
  x: Int16Array;
  y: Int16Array;
}

const SIDE = 10_000;
const FILL = 0.08;

/**
 * Draws each group of points as a map of its own: degrees shrink to the drawing with longitude scaled by the cosine of
 * the middle latitude, then each point takes the nearest free cell of a grid, in the given order of importance, so that
 * crowded cities open up and no two points cover each other.
 */
export function spreadOut(
  {latitudes, longitudes}: {latitudes: ArrayLike<number>; longitudes: ArrayLike<number>},
  groups: ArrayLike<number>,
  importance: ArrayLike<number>
): Positions {
  const positions = {x: new Int16Array(groups.length), y: new Int16Array(groups.length)};
  const members = new Map<number, number[]>();
  for (let i = 0; i < groups.length; i++) {
    const group = members.get(groups[i]!);
    if (group) group.push(i);
    else members.set(groups[i]!, [i]);
  }
  for (const group of members.values()) {
    group.sort((a, b) => importance[b]! - importance[a]! || a - b);
    place(group, {latitudes, longitudes}, positions);
  }
  return positions;
}

function place(
  group: number[],
  {latitudes, longitudes}: {latitudes: ArrayLike<number>; longitudes: ArrayLike<number>},
  positions: Positions
): void {
  // The Aleutians cross the date line: there longitudes continue below −180.
  const isAcross = group.some((i) => longitudes[i]! < -120) && group.some((i) => longitudes[i]! > 160);
  const east = group.map((i) => longitudes[i]! - (isAcross && longitudes[i]! > 0 ? 360 : 0));
  const [south, north] = rangeOf(group.map((i) => latitudes[i]!));
  const [west, farthestEast] = rangeOf(east);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const span = Math.max(north - south, (farthestEast - west) * squeeze, 1e-6);
  const side = Math.max(1, Math.ceil(Math.sqrt(group.length / FILL)));
  const cells = new FreeCells(side);
  group.forEach((i, k) => {
    const column = Math.round((((east[k]! - west) * squeeze) / span) * (side - 1));
    const row = Math.round(((north - latitudes[i]!) / span) * (side - 1));
    const [c, r] = cells.takeNearest(column, row);
    positions.x[i] = Math.round(((c + 0.5) / side) * SIDE);
    positions.y[i] = Math.round(((r + 0.5) / side) * SIDE);
  });
}

// Spread into Math.min, more than some hundred thousand values overflow the stack.
function rangeOf(values: number[]): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}
