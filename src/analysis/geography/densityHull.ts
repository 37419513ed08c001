import {EARTH_RADIUS_KM, greatCircleKm, type SpherePoints} from "./spherePoints.js";

/** Where a group of points lies. */
export interface Extent {
  latitude: number;
  longitude: number;
  /** Great-circle distance from the centroid to the farthest point, kilometres. */
  radiusKm: number;
  /** Corners of the convex hull as [longitude, latitude] degrees, counter-clockwise, the first not repeated. */
  hull: Array<[number, number]>;
}

type Vector = readonly [number, number, number];

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0]
];
const unit = (a: Vector): Vector => {
  const length = Math.sqrt(dot(a, a));
  return [a[0] / length, a[1] / length, a[2] / length];
};

/**
 * Returns the centroid (the mean of the Earth-centred points, brought back to the surface), radius and convex hull
 * of the given points. The hull is taken in the gnomonic projection at the centroid, where great circles are
 * straight lines, so it holds across the date line and at the poles; the points must lie within a hemisphere.
 */
export function extentOf({x, y, z}: SpherePoints, members: ArrayLike<number>): Extent {
  const vectors = Array.from(members, (i): Vector => unit([x[i]!, y[i]!, z[i]!]));
  const sum = vectors.reduce<Vector>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0]);
  const centre = unit(sum);
  const east = unit(Math.abs(centre[2]) > 0.999999 ? [0, 1, 0] : cross([0, 0, 1], centre));
  const north = cross(centre, east);
  const flat = vectors.map((v): [number, number] => {
    const depth = dot(v, centre);
    return [dot(v, east) / depth, dot(v, north) / depth];
  });
  const farthest = vectors.reduce((max, v) => Math.max(max, 1 - dot(v, centre)), 0);
  const [longitude, latitude] = degrees(centre);
  return {
    latitude,
    longitude,
    radiusKm: greatCircleKm(EARTH_RADIUS_KM * Math.sqrt(2 * farthest)),
    hull: convexHull(flat).map(([u, v]) =>
      degrees(unit([0, 1, 2].map((k) => centre[k]! + u * east[k]! + v * north[k]!) as unknown as Vector))
    )
  };
}

function degrees([x, y, z]: Vector): [number, number] {
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.asin(Math.max(-1, Math.min(1, z))) * 180) / Math.PI];
}

/** Returns the corners of the convex hull, counter-clockwise (Andrew’s monotone chain, 1979). */
export function convexHull(
  points: ReadonlyArray<readonly [number, number]>
): Array<readonly [number, number]> {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (list: typeof sorted) => {
    const corners: typeof sorted = [];
    for (const p of list) {
      while (corners.length > 1 && !turnsLeft(corners.at(-2)!, corners.at(-1)!, p)) corners.pop();
      corners.push(p);
    }
    return corners.slice(0, -1);
  };
  const hull = [...chain(sorted), ...chain(sorted.reverse())];
  return hull.length > 0 ? hull : sorted.slice(0, 1);
}

function turnsLeft(
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number]
): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
