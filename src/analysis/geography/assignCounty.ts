import {countyAt, type CountyIndex} from "./countyIndex.js";
import type {Point} from "./greatCircle.js";
import {nearestCounty} from "./nearestCounty.js";

/** The county of a point, and how it was found: inside it, or just outside at some distance. */
export interface CountyOfPoint {
  fips: string;
  method: "point" | "nearest";
  /** Miles to the county; null for method point. */
  miles: number | null;
}

/** Returns the county that holds the point, else the nearest within the limit in miles, else null. */
export function countyOfPoint(index: CountyIndex, point: Point, snapMiles: number): CountyOfPoint | null {
  const fips = countyAt(index, point);
  if (fips !== null) return {fips, method: "point", miles: null};
  const near = nearestCounty(index, point, snapMiles);
  return near && {...near, method: "nearest"};
}
