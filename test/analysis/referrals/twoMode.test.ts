import {expect, it} from "vitest";
import {curveball} from "../../../src/analysis/referrals/curveball.js";
import {placesOf, twoModeMeasures, type Offers} from "../../../src/analysis/referrals/offers.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";
import {compareWithNull} from "../../../src/analysis/referrals/zScore.js";

function offersOf(serviceCount: number, rows: number[][]): Offers {
  const ends = rows.map((_, p) => rows.slice(0, p + 1).reduce((sum, row) => sum + row.length, 0));
  return {serviceCount, offsets: Int32Array.of(0, ...ends), services: Int32Array.from(rows.flat())};
}

const rowsOf = ({offsets, services}: Offers) =>
  Array.from({length: offsets.length - 1}, (_, p) =>
    Array.from(services.slice(offsets[p]!, offsets[p + 1]!)).sort((a, b) => a - b)
  );

/** Draws for each place every service with its own chance. */
function randomOffers(placeCount: number, chances: number[], random: () => number): Offers {
  return offersOf(
    chances.length,
    Array.from({length: placeCount}, () => chances.flatMap((chance, s) => (random() < chance ? [s] : [])))
  );
}

it("two places with the same two services close every path", () => {
  const {meanBreadths, clustering} = twoModeMeasures(
    offersOf(3, [
      [0, 1],
      [0, 1]
    ])
  );
  expect(clustering).toBe(1);
  expect(Array.from(meanBreadths)).toEqual([2, 2, NaN]);
});

it("measures of three places are those counted by hand", () => {
  // Places offer 0 1 2, 0 1 and 0. Paths of three: per offer (breadth − 1)(places − 1), 2·2 + 2·1 + 2·0, 1·2 + 1·1, 0.
  const {meanBreadths, clustering, assortativity} = twoModeMeasures(offersOf(3, [[0, 1, 2], [0, 1], [0]]));
  expect(Array.from(meanBreadths)).toEqual([2, 2.5, 3]);
  expect(clustering).toBeCloseTo(4 / 9, 12);
  // Breadths 3 3 3 2 2 1 and places 3 2 1 3 2 3: covariance 31 − 14²/6, both variances 36 − 14²/6.
  expect(assortativity).toBeCloseTo((31 - 196 / 6) / (36 - 196 / 6), 12);
});

it("trading keeps how many services each place and how many places each service has", () => {
  const offers = randomOffers(300, [0.9, 0.5, 0.5, 0.3, 0.1, 0.05], seededRandom(2));
  const traded = curveball(offers, {random: seededRandom(3), rounds: 5});
  expect(rowsOf(traded).map((row) => new Set(row).size)).toEqual(rowsOf(offers).map((row) => row.length));
  expect(placesOf(traded)).toEqual(placesOf(offers));
  expect(rowsOf(traded)).not.toEqual(rowsOf(offers));
});

it("trading reaches all networks with the given numbers equally often", () => {
  // Three places with 2, 1 and 1 services, three services with 2, 1 and 1 places: 5 ways.
  const random = seededRandom(7);
  const seen = new Map<string, number>();
  for (let i = 0; i < 5000; i++) {
    const key = JSON.stringify(rowsOf(curveball(offersOf(3, [[0, 1], [0], [2]]), {random, rounds: 12})));
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  expect(seen.size).toBe(5);
  // Binomial with p = 1/5: mean 1,000, standard deviation 28.3.
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(113);
});

it("z-scores are near 0 where services are spread at random", () => {
  const scores = Array.from({length: 20}, (_, round) => {
    const random = seededRandom(50 + round);
    const offers = randomOffers(200, [0.8, 0.5, 0.4, 0.3, 0.2, 0.1], random);
    const drawn = Array.from({length: 20}, () => twoModeMeasures(curveball(offers, {random, rounds: 8})));
    return compareWithNull(
      twoModeMeasures(offers).clustering,
      drawn.map(({clustering}) => clustering)
    ).zScore;
  });
  expect(Math.abs(scores.reduce((sum, z) => sum + z, 0) / 20)).toBeLessThan(0.8);
  expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4);
});
