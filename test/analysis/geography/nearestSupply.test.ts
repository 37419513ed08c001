import fc from "fast-check";
import {expect, it} from "vitest";
import {greatCircleMiles, unitVectors} from "../../../src/analysis/geography/greatCircle.js";
import {nearestSupply} from "../../../src/analysis/geography/nearestSupply.js";

const spot = fc.tuple(
  fc.double({min: -180, max: 180, noNaN: true}),
  fc.double({min: -90, max: 90, noNaN: true})
);
const at = (points: [number, number][]) =>
  unitVectors(
    points.map(([lon]) => lon),
    points.map(([, lat]) => lat)
  );
const everyone = (count: number) => Int32Array.from({length: count}, (_, i) => i);

it("finds the nearest and third nearest that a search of all pairs finds", () => {
  fc.assert(
    fc.property(
      fc.array(spot, {minLength: 1, maxLength: 20}),
      fc.array(spot, {minLength: 3, maxLength: 120}),
      (homes, sites) => {
        const {first, third} = nearestSupply(at(homes), at(sites), everyone(sites.length));
        homes.forEach((home, i) => {
          const miles = sites.map((site) => greatCircleMiles(home, site)).sort((a, b) => a - b);
          expect(first[i]).toBeCloseTo(miles[0]!, 3);
          expect(third[i]).toBeCloseTo(miles[2]!, 3);
        });
      }
    ),
    {seed: 20260803, numRuns: 60}
  );
});

it("counts several sites at one spot, and looks only at the chosen ones", () => {
  const sites = at([
    [-90, 40],
    [-90, 40],
    [-90, 40],
    [-91, 40]
  ]);
  const {first, third} = nearestSupply(at([[-91, 40]]), sites, Int32Array.of(0, 1, 2));
  expect(first[0]).toBeCloseTo(greatCircleMiles([-91, 40], [-90, 40]), 6);
  expect(third[0]).toBe(first[0]);
});

it("says Infinity where there is none, or no third", () => {
  const {first, third} = nearestSupply(at([[-91, 40]]), at([[-90, 40]]), everyone(1));
  expect(first[0]).toBeLessThan(60);
  expect(third[0]).toBe(Infinity);
  expect(nearestSupply(at([[-91, 40]]), at([]), everyone(0)).first[0]).toBe(Infinity);
});
