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

/** Compares points in degrees by their great-circle distance; a point that is not a number is missing. */
export function compareDistances(
  name: string,
  latitudes: Float64Array,
  longitudes: Float64Array
): Comparison {
  const compare = (a: number, b: number) => {
    const [latA, latB] = [latitudes[a]! * RADIANS, latitudes[b]! * RADIANS];
    const lon = (longitudes[b]! - longitudes[a]!) * RADIANS;
    if (Number.isNaN(latA + latB + lon)) return -1;
    const chord = Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(lon / 2) ** 2;
    const km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    const level = LIMITS_KM.findIndex((limit) => km <= limit);
    return level < 0 ? LIMITS_KM.length : level;
  };
  return {name, aspect: "where", pinpoints: true, levels: LEVELS, compare, share: () => 1, recount: () => {}};
}
