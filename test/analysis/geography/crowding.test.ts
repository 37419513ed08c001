import {expect, it} from "vitest";
import {eachCrowdedPair} from "../../../src/analysis/geography/crowdedPairs.js";
import {crowding} from "../../../src/analysis/geography/crowding.js";
import {spherePoints, type SpherePoints} from "../../../src/analysis/geography/spherePoints.js";
import {eachCandidatePair} from "../../../src/analysis/referrals/candidatePairs.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";

const RADIUS = 20;
const MOST = 40;

/** A crowd around one town, a sparse country, and forty places at the very point of a ZIP code. */
function cloud(seed: number): [number, number][] {
  const random = seededRandom(seed);
  const scattered = (count: number, spread: number) =>
    Array.from({length: count}, (): [number, number] => [
      60 + spread * (random() - 0.5),
      179.9 + spread * (random() - 0.5)
    ]);
  const town = scattered(300, 0.2);
  return [...town, ...scattered(150, 3), ...Array.from({length: 60}, () => town[0]!)];
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

const clouds = [1, 2, 3].map((seed) => pointsOf(cloud(seed)));

it("a radius is halved until no more than so many others are within it, or eight times", () => {
  for (const points of clouds) {
    const halvings = crowding(points, RADIUS, MOST);
    expect(Array.from(halvings, (h) => RADIUS / 2 ** h)).toEqual(radii(points));
    expect(new Set(halvings).size).toBeGreaterThan(3);
    expect(halvings[0]).toBe(8);
  }
});

it("pairs are those within the radius of either end, each once", () => {
  for (const points of clouds) {
    const expected: string[] = [];
    const reached = radii(points);
    for (let i = 0; i < reached.length; i++)
      for (let j = i + 1; j < reached.length; j++)
        if (kilometres(points, i, j) <= Math.max(reached[i]!, reached[j]!)) expected.push(`${i}-${j}`);
    const found: string[] = [];
    const halvings = crowding(points, RADIUS, MOST);
    eachCrowdedPair(points, {radiusKm: RADIUS, halvings}, ({first, second, count}) => {
      for (let k = 0; k < count; k++) found.push(`${first[k]}-${second[k]}`);
    });
    expect(found.sort()).toEqual(expected.sort());
  }
});

it("candidates tell how many places are crowded, and do not depend on the order of the places", () => {
  const places = cloud(4);
  const options = {radiusKm: RADIUS, mostWithin: MOST, nearestCount: 3, nearestKm: 60};
  const pairsOf = (order: number[]) => {
    const found: string[] = [];
    const points = pointsOf(order.map((i) => places[i]!));
    const crowded = eachCandidatePair(points, options, ({first, second, count}) => {
      for (let k = 0; k < count; k++)
        found.push([order[first[k]!]!, order[second[k]!]!].sort((a, b) => a - b).join("-"));
    });
    return {crowded, found: found.sort()};
  };
  const forward = pairsOf([...places.keys()]);
  expect(pairsOf([...places.keys()].reverse())).toEqual(forward);
  expect(forward.crowded).toBe(radii(pointsOf(places)).filter((radius) => radius < RADIUS).length);
  expect(new Set(forward.found).size).toBe(forward.found.length);
});
