/** Mean radius of the Earth, kilometres (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;

/** Places on the sphere as Earth-centred coordinates in kilometres: no poles, no date line. */
export interface SpherePoints {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

/** Converts degrees north and east to Earth-centred coordinates, kilometres. */
export function spherePoints(latitudes: ArrayLike<number>, longitudes: ArrayLike<number>): SpherePoints {
  const count = latitudes.length;
  const points = {x: new Float64Array(count), y: new Float64Array(count), z: new Float64Array(count)};
  for (let i = 0; i < count; i++) {
    const latitude = (latitudes[i]! * Math.PI) / 180;
    const longitude = (longitudes[i]! * Math.PI) / 180;
    points.x[i] = EARTH_RADIUS_KM * Math.cos(latitude) * Math.cos(longitude);
    points.y[i] = EARTH_RADIUS_KM * Math.cos(latitude) * Math.sin(longitude);
    points.z[i] = EARTH_RADIUS_KM * Math.sin(latitude);
  }
  return points;
}

/** Returns the straight line through the Earth between points a great-circle distance apart, kilometres. */
export function chordKm(distanceKm: number): number {
  return 2 * EARTH_RADIUS_KM * Math.sin(Math.min(Math.PI / 2, distanceKm / (2 * EARTH_RADIUS_KM)));
}

/** Returns the great-circle distance of points whose straight-line distance is given, kilometres. */
export function greatCircleKm(chord: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / (2 * EARTH_RADIUS_KM)));
}

/** Returns the points of the given numbers, in their order. */
export function pickPoints({x, y, z}: SpherePoints, numbers: Int32Array): SpherePoints {
  const gather = (values: Float64Array) => Float64Array.from(numbers, (i) => values[i]!);
  return {x: gather(x), y: gather(y), z: gather(z)};
}
