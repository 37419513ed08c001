import {expect, it} from "vitest";
import {convexHull, extentOf} from "../../../src/analysis/geography/densityHull.js";
import {spherePoints} from "../../../src/analysis/geography/spherePoints.js";

it("the convex hull of a square leaves out what lies inside and on its sides", () => {
  const corners = convexHull([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [1, 1],
    [1, 0],
    [0, 0]
  ]);
  expect(corners).toEqual([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2]
  ]);
});

it("centroid, radius and hull hold across the date line", () => {
  const points = spherePoints([1, 1, -1, -1, 0], [179, -179, -179, 179, 180]);
  const {latitude, longitude, radiusKm, hull} = extentOf(points, [0, 1, 2, 3, 4]);
  expect(latitude).toBeCloseTo(0, 9);
  expect(Math.abs(longitude)).toBeCloseTo(180, 9);
  // cos d = cos 1° cos 1°
  expect(radiusKm).toBeCloseTo(6371.0088 * Math.acos(Math.cos(Math.PI / 180) ** 2), 6);
  expect(hull.map(([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`).sort()).toEqual(
    ["179.000000,1.000000", "-179.000000,1.000000", "-179.000000,-1.000000", "179.000000,-1.000000"].sort()
  );
});

it("a single place is its own centroid and hull", () => {
  const {radiusKm, hull} = extentOf(spherePoints([61.2], [-149.9]), [0]);
  expect(radiusKm).toBeCloseTo(0, 3);
  expect(hull[0]![0]).toBeCloseTo(-149.9, 9);
  expect(hull.length).toBe(1);
});
