import {geoContains} from "d3";
import {beforeAll, describe, expect, it} from "vitest";
import {countyOfPoint} from "../../../src/analysis/geography/assignCounty.js";
import {countyAt, type CountyIndex, indexCounties} from "../../../src/analysis/geography/countyIndex.js";
import type {Point} from "../../../src/analysis/geography/greatCircle.js";
import {type County, readCounties} from "../../../src/sources/reference/countyShapes.js";

let counties: County[];
let index: CountyIndex;

beforeAll(() => {
  counties = readCounties();
  index = indexCounties(counties);
});

const SITES: [string, Point, string][] = [
  ["Chicago City Hall in Cook County", [-87.632, 41.8838], "17031"],
  ["Boston City Hall in Suffolk County", [-71.0582, 42.3604], "25025"],
  ["Baltimore, a city of its own, not in Baltimore County", [-76.6122, 39.2904], "24510"],
  ["Fairfax, a city enclosed by its county", [-77.3064, 38.8462], "51600"],
  ["Pine Ridge in Oglala Lakota, renamed in 2015", [-102.5563, 43.0255], "46102"],
  ["Hartford in the county that planning regions replaced", [-72.6734, 41.7658], "09003"],
  ["Honolulu", [-157.8583, 21.3069], "15003"],
  ["Adak in the Aleutians West, at 176.6° W", [-176.634, 51.873], "02016"],
  ["Attu in the Aleutians West, beyond the date line", [173.18, 52.85], "02016"],
  ["San Juan, Puerto Rico", [-66.1057, 18.4655], "72127"],
  ["Hagåtña, Guam", [144.7504, 13.4757], "66010"],
  ["Saipan, Northern Mariana Islands", [145.7467, 15.1778], "69110"],
  ["Charlotte Amalie, US Virgin Islands", [-64.9307, 18.3419], "78030"],
  ["Fagatogo, American Samoa", [-170.6892, -14.2781], "60010"]
];

it.each(SITES)("finds %s", (_, point, fips) => {
  expect(countyOfPoint(index, point, 5)?.fips).toBe(fips);
});

it("agrees with spherical containment on a grid of points over the states", () => {
  const seen = new Set<string>();
  for (let lon = -123.7; lon < -68; lon += 3.1)
    for (let lat = 26.3; lat < 49; lat += 2.3) {
      const found = countyAt(index, [lon, lat]);
      const shape = counties.find(({fips}) => fips === found);
      if (shape)
        expect(geoContains({type: "Feature", properties: {}, geometry: shape.geometry}, [lon, lat])).toBe(
          true
        );
      if (found) seen.add(found);
    }
  expect(seen.size).toBeGreaterThan(80);
});

describe("offshore", () => {
  it("snaps a point off Miami Beach to the county, with the distance", () => {
    const county = countyOfPoint(index, [-80.1, 25.79], 5)!;
    expect([county.fips, county.method]).toEqual(["12086", "nearest"]);
    expect(county.miles).toBeGreaterThan(0.5);
    expect(county.miles).toBeLessThan(3);
  });

  it("leaves a point farther out than the limit without a county", () => {
    expect(countyOfPoint(index, [-78.5, 25.79], 5)).toBeNull();
  });

  it("snaps across the date line", () => {
    const square = (fips: string, west: number) => ({
      fips,
      geometry: {
        type: "Polygon" as const,
        coordinates: [
          [
            [west, 50],
            [west + 1, 50],
            [west + 1, 51],
            [west, 51],
            [west, 50]
          ]
        ]
      }
    });
    const islands = indexCounties([square("02016", -179.98), square("02013", -170)]);
    const county = countyOfPoint(islands, [179.98, 50.5], 5)!;
    expect(county.fips).toBe("02016");
    // 0.04 degrees of longitude at 50.5° N, 69.09 miles to the degree.
    expect(county.miles).toBeCloseTo(0.04 * 69.0936 * Math.cos((50.5 * Math.PI) / 180), 2);
  });
});

it("knows the codes of 2017: no planning regions, no split Valdez–Cordova", () => {
  const codes = new Set(counties.map(({fips}) => fips));
  expect(["46102", "02158", "02261", "09001"].every((fips) => codes.has(fips))).toBe(true);
  expect(["46113", "02270", "02063", "02066", "09110", "51515"].some((fips) => codes.has(fips))).toBe(false);
});
