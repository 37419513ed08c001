import {expect, it} from "vitest";
import {densityClusters} from "../../../src/analysis/geography/densityClusters.js";
import {spherePoints} from "../../../src/analysis/geography/spherePoints.js";
import {eachPairWithin} from "../../../src/analysis/geography/spherePairs.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";

const RADIUS = 6371.0088;

/** Great-circle distance by the haversine formula, written apart from the code under test. */
function haversine([lat1, lon1]: [number, number], [lat2, lon2]: [number, number]): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(h));
}

/** DBSCAN by comparing all pairs and spreading from core point to core point. */
function bruteForce(places: Array<[number, number]>, radiusKm: number, minPoints: number): number[] {
  const near = places.map((p) => places.flatMap((q, j) => (haversine(p, q) <= radiusKm ? [j] : [])));
  const isCore = near.map((list) => list.length >= minPoints);
  const reached = places.map(() => -1);
  places.forEach((_, start) => {
    if (!isCore[start] || reached[start]! >= 0) return;
    const stack = [start];
    while (stack.length > 0) {
      const p = stack.pop()!;
      if (reached[p]! >= 0) continue;
      reached[p] = start;
      stack.push(...near[p]!.filter((q) => isCore[q] && reached[q]! < 0));
    }
  });
  places.forEach((place, p) => {
    if (isCore[p]) return;
    const cores = near[p]!.filter((q) => isCore[q]);
    cores.sort((a, b) => haversine(place, places[a]!) - haversine(place, places[b]!) || a - b);
    if (cores.length > 0) reached[p] = reached[cores[0]!]!;
  });
  const numbers = new Map<number, number>();
  return reached.map((root) => {
    if (root < 0) return -1;
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
}

const wrap = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180;
const REGIONS: Array<[string, number, number]> = [
  ["the date line", 0, 180],
  ["the north pole", 89, 0],
  ["the Aleutians, across the date line", 52, 179.5],
  ["Kansas", 38, -98]
];

it.each(REGIONS)("clusters equal brute force around %s", (_, latitude, longitude) => {
  const random = seededRandom(42);
  const sizes: number[] = [];
  for (const [radiusKm, minPoints] of [
    [10, 4],
    [25, 6],
    [60, 12]
  ] as const) {
    const places = Array.from({length: 400}, (): [number, number] => {
      const spread = random() < 0.6 ? 0.4 : 3;
      const lat = Math.max(-90, Math.min(90, latitude + (random() - 0.5) * spread));
      const stretch = latitude > 80 ? 60 : 1;
      return [lat, wrap(longitude + (random() - 0.5) * spread * stretch)];
    });
    const points = spherePoints(
      places.map(([lat]) => lat),
      places.map(([, lon]) => lon)
    );
    const expected = bruteForce(places, radiusKm, minPoints);
    expect(Array.from(densityClusters(points, radiusKm, minPoints).clusters)).toEqual(expected);
    sizes.push(new Set(expected).size);
  }
  expect(Math.max(...sizes)).toBeGreaterThan(2);
});

it("the pairs within a radius are all of them, each once, at their great-circle distance", () => {
  const random = seededRandom(7);
  const places = Array.from({length: 300}, (): [number, number] => [
    random() * 180 - 90,
    random() * 360 - 180
  ]);
  const points = spherePoints(
    places.map(([lat]) => lat),
    places.map(([, lon]) => lon)
  );
  for (const radiusKm of [500, 3000]) {
    const found: string[] = [];
    eachPairWithin(points, radiusKm, ({first, second, count}) => {
      for (let i = 0; i < count; i++)
        found.push(`${Math.min(first[i]!, second[i]!)}-${Math.max(first[i]!, second[i]!)}`);
    });
    const expected = places.flatMap((p, i) =>
      places.flatMap((q, j) => (j > i && haversine(p, q) <= radiusKm ? [`${i}-${j}`] : []))
    );
    expect(found.sort()).toEqual(expected.sort());
  }
});

it("points at one place form a cluster once there are enough of them, and nothing is clustered without points", () => {
  const here = (count: number) => spherePoints(Array(count).fill(40), Array(count).fill(-80));
  expect(Array.from(densityClusters(here(3), 5, 3).clusters)).toEqual([0, 0, 0]);
  expect(Array.from(densityClusters(here(2), 5, 3).clusters)).toEqual([-1, -1]);
  expect(densityClusters(here(0), 5, 3).count).toBe(0);
});
