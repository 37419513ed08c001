import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Band, type Demand, e2sfca, type Supply} from "../../../src/analysis/geography/e2sfca.js";
import {greatCircleMiles} from "../../../src/analysis/geography/greatCircle.js";

/** Travel zones of 10, 20 and 30 miles with the slow decay of Luo and Qi 2009. */
const BANDS: Band[] = [
  {miles: 10, weight: 1},
  {miles: 20, weight: 0.68},
  {miles: 30, weight: 0.22}
];

/** Degrees of latitude that span the given great-circle distance along a meridian. */
const degrees = (miles: number) => miles / ((Math.PI / 180) * (6371.0088 / 1.609344));

/** Places on the meridian 90° W, at the given miles north of 40° N. */
const along = (miles: number[]) => ({
  longitude: miles.map(() => -90),
  latitude: miles.map((mile) => 40 + degrees(mile))
});

// Three consumers of 10, two providers of 5, with ranges (1, 1, 0) and (0, 1, 1): the basic example of the
// vignette “Introduction to Floating Catchment Areas” of the R package catchment (M. Iserman, UVA Biocomplexity).
it("reproduces the published two-step example: 0.25, 0.5, 0.25", () => {
  const demand = {...along([0, 20, 40]), population: [10, 10, 10]};
  const supply = {...along([10, 30]), amount: [5, 5], kinds: [1, 1]};
  const [scores] = e2sfca(demand, supply, {bands: [{miles: 12, weight: 1}], kindCount: 1});
  expect(Array.from(scores!, (score) => Number(score.toFixed(12)))).toEqual([0.25, 0.5, 0.25]);
});

// The same vignette's enhanced example: weights (0.9, 0.9, 0) and (0, 0.2, 0.9), so that
// R1 = 5 / (9 + 9) = 5/18, R2 = 5 / (2 + 9) = 5/11 and A = 0.9 R1, 0.9 R1 + 0.2 R2, 0.9 R2.
it("reproduces the published enhanced example: 0.25, 0.3409, 0.4091", () => {
  const demand = {...along([0, 8, 27]), population: [10, 10, 10]};
  const supply = {...along([4, 23]), amount: [5, 5], kinds: [1, 1]};
  const bands = [
    {miles: 6, weight: 0.9},
    {miles: 18, weight: 0.2}
  ];
  const [scores] = e2sfca(demand, supply, {bands, kindCount: 1});
  expect(scores![0]).toBeCloseTo(0.25, 12);
  expect(scores![1]).toBeCloseTo(0.25 + 1 / 11, 12);
  expect(scores![2]).toBeCloseTo(4.5 / 11, 12);
});

// Figure 3 of Luo and Wang 2003, Environment and Planning B 30(6), 865–884, doi:10.1068/b29120, as transcribed in
// the tests of the R package twostepr (tests/testthat/tests.R): eleven tracts of one resident, one physician each at a
// and b, a catchment of 30. Eight tracts reach a (1/8), four reach b (1/4), tract 4 reaches both (3/8).
it("reproduces the two-step example of Luo and Wang 2003: 0.125, 0.25, 0.375", () => {
  const reachesBoth = [4];
  const reachesB = [5, 8, 11];
  const milesOf = (tract: number) => (reachesBoth.includes(tract) ? 20 : reachesB.includes(tract) ? 60 : -20);
  const tracts = Array.from({length: 11}, (_, i) => i + 1);
  const demand = {...along(tracts.map(milesOf)), population: tracts.map(() => 1)};
  const supply = {...along([0, 40]), amount: [1, 1], kinds: [1, 1]};
  const [scores] = e2sfca(demand, supply, {bands: [{miles: 30, weight: 1}], kindCount: 1});
  expect(Array.from(scores!, (score) => Number(score.toFixed(12)))).toEqual([
    0.125, 0.125, 0.125, 0.375, 0.25, 0.125, 0.125, 0.25, 0.125, 0.125, 0.25
  ]);
});

// Table 1 of Soukhov, Páez, Higgins and Mohamed 2023, PLOS ONE 18(1), e0278468, doi:10.1371/journal.pone.0278468,
// row a_i with β = 0.1: the synthetic example of Shen 1998. Three towns and three centres, 15, 30 and 100 minutes
// apart, that is, in three travel zones of weight exp(−0.1 × minutes), used in both steps.
it("reproduces the published example with decay: 1.337, 0.888, 0.996", () => {
  const demand = {...along([0, 22, 90]), population: [50_000, 150_000, 10_000]};
  const supply = {...along([5, 27, 95]), amount: [100_000, 100_000, 10_000], kinds: [1, 1, 1]};
  const bands = [15, 30, 100].map((minutes) => ({miles: minutes, weight: Math.exp(-0.1 * minutes)}));
  const [scores] = e2sfca(demand, supply, {bands, kindCount: 1});
  expect(Array.from(scores!, (score) => Number(score.toFixed(3)))).toEqual([1.337, 0.888, 0.996]);
});

// By hand, with the weights of Luo and Qi: a site with 2 units, 1,000 people at 5 miles, 2,000 at 15 and
// 4,000 at 25. Weighted people 1000 + 0.68 × 2000 + 0.22 × 4000 = 3240; R = 2/3240.
it("weights travel zones in both steps, as worked by hand", () => {
  const demand = {...along([5, 15, 25, 35]), population: [1000, 2000, 4000, 8000]};
  const [scores] = e2sfca(demand, {...along([0]), amount: [2], kinds: [1]}, {bands: BANDS, kindCount: 1});
  expect(scores![0]).toBeCloseTo(2 / 3240, 12);
  expect(scores![1]).toBeCloseTo((0.68 * 2) / 3240, 12);
  expect(scores![2]).toBeCloseTo((0.22 * 2) / 3240, 12);
  expect(scores![3]).toBe(0);
});

it("keeps kinds of help apart", () => {
  const demand = {...along([0]), population: [100]};
  const supply = {...along([1, 2]), amount: [1, 1], kinds: [0b01, 0b11]};
  const scores = e2sfca(demand, supply, {bands: BANDS, kindCount: 2});
  expect(scores.map(([score]) => score)).toEqual([0.02, 0.01]);
});

it("reaches across the date line", () => {
  const demand = {longitude: [179.9], latitude: [51.9], population: [50]};
  const supply = {longitude: [-179.9], latitude: [51.9], amount: [1], kinds: [1]};
  expect(e2sfca(demand, supply, {bands: BANDS, kindCount: 1})[0]![0]).toBeCloseTo(1 / 50, 12);
});

function bruteForce(demand: Demand, supply: Supply, bands: Band[]): number[] {
  const weight = (i: number, j: number) => {
    const miles = greatCircleMiles(
      [demand.longitude[i]!, demand.latitude[i]!],
      [supply.longitude[j]!, supply.latitude[j]!]
    );
    return bands.find((band) => miles <= band.miles)?.weight ?? 0;
  };
  const places = Array.from(demand.population, (_, i) => i);
  const sites = Array.from(supply.amount, (_, j) => j);
  const ratios = sites.map((j) => {
    const people = places.reduce((sum, i) => sum + demand.population[i]! * weight(i, j), 0);
    return people > 0 ? supply.amount[j]! / people : 0;
  });
  return places.map((i) => sites.reduce((sum, j) => sum + ratios[j]! * weight(i, j), 0));
}

describe("on random maps", () => {
  // Spots on both sides of the date line and near the pole, where flat grids fail.
  const spot = fc.tuple(
    fc.oneof(fc.double({min: 179, max: 180, noNaN: true}), fc.double({min: -180, max: -179, noNaN: true})),
    fc.oneof(fc.double({min: 51, max: 52, noNaN: true}), fc.double({min: 89, max: 90, noNaN: true}))
  );
  const spots = fc.array(spot, {minLength: 1, maxLength: 40});
  const at = (points: [number, number][]) => ({
    longitude: points.map(([lon]) => lon),
    latitude: points.map(([, lat]) => lat)
  });

  it("agrees with a brute-force implementation", () => {
    fc.assert(
      fc.property(spots, spots, (homes, sites) => {
        const demand = {...at(homes), population: homes.map((_, i) => 100 + 37 * i)};
        const supply = {...at(sites), amount: sites.map((_, j) => 1 + (j % 3)), kinds: sites.map(() => 1)};
        const [scores] = e2sfca(demand, supply, {bands: BANDS, kindCount: 1});
        bruteForce(demand, supply, BANDS).forEach((score, i) => expect(scores![i]).toBeCloseTo(score, 10));
      }),
      {seed: 20260801, numRuns: 100}
    );
  });

  // Wang 2021, IJGIS 35(3), 628–638, doi:10.1080/13658816.2020.1811868: the mean score, weighted by
  // population, is total supply over total population, where every site has somebody in its catchment.
  it("hands out exactly the supply that somebody can reach", () => {
    fc.assert(
      fc.property(spots, (homes) => {
        const demand = {...at(homes), population: homes.map((_, i) => 10 + i)};
        const supply = {...at(homes), amount: homes.map(() => 2), kinds: homes.map(() => 1)};
        const [scores] = e2sfca(demand, supply, {bands: BANDS, kindCount: 1});
        const handed = scores!.reduce((sum, score, i) => sum + score * demand.population[i]!, 0);
        expect(handed).toBeCloseTo(2 * homes.length, 8);
      }),
      {seed: 20260802, numRuns: 100}
    );
  });
});
