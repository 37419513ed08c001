import type {CountyIndex, CountyPart} from "./countyIndex.js";
import {EARTH_RADIUS_MILES, type Point} from "./greatCircle.js";

const RADIANS = Math.PI / 180;
const MILES_PER_DEGREE = EARTH_RADIUS_MILES * RADIANS;

/** The county whose boundary is nearest, and how far that is in miles. */
export interface NearestCounty {
  fips: string;
  miles: number;
}

/**
 * Returns the county whose boundary lies nearest to a point just outside all of them, such as one on a pier,
 * or null where none is within the limit. Distances are measured on a plane tangent at the point, which is
 * exact to a fraction of a per cent over some tens of miles; longitudes are compared across the date line.
 */
export function nearestCounty({parts}: CountyIndex, point: Point, limitMiles: number): NearestCounty | null {
  let best: NearestCounty | null = null;
  for (const part of parts) {
    const limit: number = best?.miles ?? limitMiles;
    if (boxMiles(part, point) > limit) continue;
    const miles = boundaryMiles(part, point);
    if (miles < limit || (best === null && miles === limit)) best = {fips: part.fips, miles};
  }
  return best;
}

/** Returns a lower bound of the distance: to the bounding box. */
function boxMiles({west, south, east, north}: CountyPart, [lon, lat]: Point): number {
  const across = Math.max(0, Math.min(eastward(lon, west), eastward(east, lon)));
  const inside = eastward(west, lon) <= eastward(west, east);
  const dLat = Math.max(0, south - lat, lat - north);
  const cosine = Math.cos(Math.min(89, Math.abs(lat) + dLat) * RADIANS);
  const dLon = inside ? 0 : across * cosine;
  return MILES_PER_DEGREE * Math.hypot(dLat, dLon);
}

/** Degrees to travel eastwards from one longitude to another, 0 to 360. */
function eastward(from: number, to: number): number {
  return (((to - from) % 360) + 360) % 360;
}

function boundaryMiles({rings}: CountyPart, [lon, lat]: Point): number {
  const cosine = Math.cos(lat * RADIANS);
  const xOf = (longitude: number) => (((((longitude - lon + 540) % 360) + 360) % 360) - 180) * cosine;
  let least = Infinity;
  for (const ring of rings)
    for (let a = 0; a + 3 < ring.length; a += 2) {
      const [x1, y1] = [xOf(ring[a]!), ring[a + 1]! - lat];
      const [x2, y2] = [xOf(ring[a + 2]!), ring[a + 3]! - lat];
      least = Math.min(least, squaredToSegment(x1, y1, x2 - x1, y2 - y1));
    }
  return MILES_PER_DEGREE * Math.sqrt(least);
}

/** Squared distance from the origin to the segment that starts at (x, y) and runs by (dx, dy). */
function squaredToSegment(x: number, y: number, dx: number, dy: number): number {
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length));
  return (x + along * dx) ** 2 + (y + along * dy) ** 2;
}
