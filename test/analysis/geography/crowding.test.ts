import {expect, it} from "vitest";
import {eachCrowdedPair} from "../../../src/analysis/geography/crowdedPairs.js";
import {crowding} from "../../../src/analysis/geography/crowding.js";
import {reachOf} from "../../../src/analysis/geography/reach.js";
import {spherePoints, type SpherePoints} from "../../../src/analysis/geography/spherePoints.js";
import {eachCandidatePair} from "../../../src/analysis/referrals/candidatePairs.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";

const RADIUS = 20;
const MOST = 40;

/** A crowd around one town, a sparse country, and so many places at the very point of a ZIP code. */
function cloud(seed: number, together = 60): [number, number][] {
  const random = seededRandom(seed);
  const scattered = (count: number, spread: number) =>
    Array.from({length: count}, (): [number, number] => [
      60 + spread * (random() - 0.5),
      179.9 + spread * (random() - 0.5)
    ]);
  const town = scattered(300, 0.2);
  return [...town, ...scattered(150, 3), ...Array.from({length: together}, () => town[0]!)];
}

const pointsOf = (places: [number, number][]) =>
  spherePoints(
    places.map(([lat]) => lat),
    places.map(([, lon]) => lon)
  );

const kilometres = ({x, y, z}: SpherePoints, i: number, j: number) =>
  2 * 6371.0088 * Math.asin(Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!, z[i]! - z[j]!) / 2 / 6371.0088);

/** The radius of each point by counting all others again for every radius, the largest first. */
function radii(points: SpherePoints): number[] {
  return Array.from(points.x, (_, i) => {
    let halvings = 0;
    const within = () =>
      points.x.filter((_, j) => j !== i && kilometres(points, i, j) <= RADIUS / 2 ** halvings).length;
    while (halvings < 8 && within() > MOST) halvings++;
    return RADIUS / 2 ** halvings;
  });
}

/**
 * The others that a point looks at: those within its radius, or, where even the smallest holds more, the nearest so many,
 * of others equally far those whose numbers follow its own, round from the last to the first.
 */
function seen(points: SpherePoints, i: number, radius: number): number[] {
  const count = points.x.length;
  const others = [...Array(count).keys()]
    .map((turn) => (i + 1 + turn) % count)
    .filter((j) => j !== i && kilometres(points, i, j) <= radius);
  if (radius > RADIUS / 256) return others;
  return others.sort((a, b) => kilometres(points, i, a) - kilometres(points, i, b)).slice(0, MOST);
}

function pairsOf(points: SpherePoints): string[] {
  const found: string[] = [];
  const halvings = crowding(points, RADIUS, MOST);
  const reach = reachOf(points, halvings, {radiusKm: RADIUS, most: MOST});
  eachCrowdedPair(points, {radiusKm: RADIUS, halvings, reach}, ({first, second, count}) => {
    for (let k = 0; k < count; k++) found.push(`${first[k]}-${second[k]}`);
  });
  return found.sort();
}

const clouds = [1, 2, 3].map((seed) => pointsOf(cloud(seed)));

it("a radius is halved until no more than so many others are within it, or eight times", () => {
  for (const points of clouds) {
    const halvings = crowding(points, RADIUS, MOST);
    expect(Array.from(halvings, (h) => RADIUS / 2 ** h)).toEqual(radii(points));
    expect(new Set(halvings).size).toBeGreaterThan(3);
    expect(halvings[0]).toBe(8);
  }
});

it("pairs are those of which one end looks at the other, each once", () => {
  for (const points of clouds) {
    const expected = new Set<string>();
    radii(points).forEach((radius, i) => {
      for (const j of seen(points, i, radius)) expected.add(`${Math.min(i, j)}-${Math.max(i, j)}`);
    });
    expect(pairsOf(points)).toEqual([...expected].sort());
  }
});

it("of a thousand places at one point each meets as many before it as after it, and no more", () => {
  const met = new Int32Array(1000);
  const pairs = pairsOf(pointsOf(Array.from(met, () => [45, -90])));
  for (const pair of pairs) for (const end of pair.split("-")) met[Number(end)]!++;
  expect(pairs).toHaveLength(1000 * MOST);
  expect(new Set(met)).toEqual(new Set([2 * MOST]));
});

it("candidates tell how many places are crowded, and do not depend on the order of places that are not at one point", () => {
  const places = cloud(4, 30);
  const options = {radiusKm: RADIUS, mostWithin: MOST, nearestCount: 3, nearestKm: 60};
  const candidatesOf = (order: number[]) => {
    const found: string[] = [];
    const points = pointsOf(order.map((i) => places[i]!));
    const crowded = eachCandidatePair(points, options, ({first, second, count}) => {
      for (let k = 0; k < count; k++)
        found.push([order[first[k]!]!, order[second[k]!]!].sort((a, b) => a - b).join("-"));
    });
    return {crowded, found: found.sort()};
  };
  const forward = candidatesOf([...places.keys()]);
  expect(candidatesOf([...places.keys()].reverse())).toEqual(forward);
  expect(forward.crowded).toBe(radii(pointsOf(places)).filter((radius) => radius < RADIUS).length);
  expect(new Set(forward.found).size).toBe(forward.found.length);
});
