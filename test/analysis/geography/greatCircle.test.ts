import {expect, it} from "vitest";
import {
  chordSquared,
  greatCircleMiles,
  milesOfChord,
  type Point,
  unitVectors
} from "../../../src/analysis/geography/greatCircle.js";

const NASHVILLE_AIRPORT: Point = [-86.67, 36.12];
const LOS_ANGELES_AIRPORT: Point = [-118.4, 33.94];

// Rosetta Code, “Haversine formula”: 2887.26 km with radius 6372.8 km, the same angle with the IUGG mean radius.
it("gives the published distance between the airports of Nashville and Los Angeles", () => {
  const published = (2887.2599506071 / 6372.8) * 6371.0088;
  expect(greatCircleMiles(NASHVILLE_AIRPORT, LOS_ANGELES_AIRPORT) * 1.609344).toBeCloseTo(published, 3);
});

it("gives a quarter of the circumference from the pole to the equator", () => {
  expect(greatCircleMiles([0, 90], [57, 0])).toBeCloseTo((Math.PI / 2) * (6371.0088 / 1.609344), 6);
});

it("crosses the date line the short way: two Aleutian points 0.4 degrees apart", () => {
  const across = greatCircleMiles([179.8, 51.9], [-179.8, 51.9]);
  expect(across).toBeCloseTo(greatCircleMiles([170, 51.9], [170.4, 51.9]), 9);
  expect(across).toBeLessThan(18);
});

it("turns distances into chords and back, and finds the same distance from unit vectors", () => {
  for (const miles of [0.01, 1, 30, 3000]) expect(milesOfChord(chordSquared(miles))).toBeCloseTo(miles, 6);
  const {x, y, z} = unitVectors([179.8, -179.8], [51.9, 51.9]);
  const squared = (x[0]! - x[1]!) ** 2 + (y[0]! - y[1]!) ** 2 + (z[0]! - z[1]!) ** 2;
  expect(milesOfChord(squared)).toBeCloseTo(greatCircleMiles([179.8, 51.9], [-179.8, 51.9]), 6);
});
