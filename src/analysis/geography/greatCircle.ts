/** Mean radius of the Earth in statute miles: 6371.0088 km (IUGG) over 1.609344 km a mile. */
export const EARTH_RADIUS_MILES = 6371.0088 / 1.609344;

const RADIANS = Math.PI / 180;

/** Longitude and latitude in degrees, in this order, as GeoJSON has them. */
export type Point = [longitude: number, latitude: number];

/** Points on the unit sphere, Earth-centred: no poles, no date line. One entry per point, in input order. */
export interface UnitVectors {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

/**
 * Returns the great-circle distance in miles between two [longitude, latitude] points in degrees, by the
 * haversine formula. Within about 0.5 % of the ellipsoid. It is not a driving distance.
 */
export function greatCircleMiles([lon1, lat1]: Point, [lon2, lat2]: Point): number {
  const sinLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Returns the points as unit vectors, so that nearness is a squared chord: three products, no trigonometry. */
export function unitVectors(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): UnitVectors {
  const n = longitudes.length;
  const [x, y, z] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    const [lon, lat] = [longitudes[i]! * RADIANS, latitudes[i]! * RADIANS];
    x[i] = Math.cos(lat) * Math.cos(lon);
    y[i] = Math.cos(lat) * Math.sin(lon);
    z[i] = Math.sin(lat);
  }
  return {x, y, z};
}

/** Returns the squared chord of the unit sphere that spans the given great-circle distance. */
export function chordSquared(miles: number): number {
  const half = Math.sin(Math.min(Math.PI, miles / EARTH_RADIUS_MILES) / 2);
  return 4 * half * half;
}

/** Returns the great-circle distance in miles that a squared chord of the unit sphere spans. */
export function milesOfChord(squared: number): number {
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}
