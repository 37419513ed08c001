import type {Comparison, Level} from "./comparison.js";

const LEVELS: Level[] = [
  {label: "within 60 m", prior: 0.7},
  {label: "within 400 m", prior: 0.12},
  {label: "within 3 km", prior: 0.08},
  {label: "within 25 km", prior: 0.05},
  {label: "farther apart", prior: 0.05, disagrees: true}
];
const LIMITS_KM = [0.06, 0.4, 3, 25];
const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;
/** Squares of the chords, on a sphere of radius 1, that span the limits. */
const LIMITS = LIMITS_KM.map((km) => (2 * Math.sin(km / (2 * EARTH_RADIUS_KM))) ** 2);

/** Latitude and longitude of each record in degrees, NaN where missing. */
export interface Degrees {
  latitudes: Float64Array;
  longitudes: Float64Array;
}

/** Returns points in degrees as points on a sphere of radius 1 in space: x, y, z of each. */
export function pointsInSpace({latitudes, longitudes}: Degrees): Float64Array {
  const points = new Float64Array(latitudes.length * 3);
  for (let i = 0; i < latitudes.length; i++) {
    const [latitude, longitude] = [latitudes[i]! * RADIANS, longitudes[i]! * RADIANS];
    points[i * 3] = Math.cos(latitude) * Math.cos(longitude);
    points[i * 3 + 1] = Math.cos(latitude) * Math.sin(longitude);
    points[i * 3 + 2] = Math.sin(latitude);
  }
  return points;
}

/**
 * Compares points on the earth by their great-circle distance; a point that is not a number is missing. Distances
 * are taken between points in space, so that no angle is worked out twice.
 */
export function compareDistances(name: string, points: Float64Array): Comparison {
  const compare = (a: number, b: number) => {
    const x = points[a * 3]! - points[b * 3]!;
    const y = points[a * 3 + 1]! - points[b * 3 + 1]!;
    const z = points[a * 3 + 2]! - points[b * 3 + 2]!;
    const chord = x * x + y * y + z * z;
    if (Number.isNaN(chord)) return -1;
    let level = 0;
    while (level < LIMITS.length && chord > LIMITS[level]!) level++;
    return level;
  };
  return {name, aspect: "where", pinpoints: true, levels: LEVELS, compare, share: () => 1, recount: () => {}};
}
