import {expect, it} from "vitest";
import {greatCircleKm, spherePoints} from "../../../src/analysis/geography/spherePoints.js";
import {bitSets, countBits, shareTerm} from "../../../src/analysis/referrals/bitSets.js";
import {eachCandidatePair} from "../../../src/analysis/referrals/candidatePairs.js";
import {
  continuumScorer,
  factorScorer,
  type ContinuumModel
} from "../../../src/analysis/referrals/continuumScorer.js";
import {explainTies} from "../../../src/analysis/referrals/explainTies.js";
import {findTies} from "../../../src/analysis/referrals/findTies.js";
import {handoffTable} from "../../../src/analysis/referrals/handoffTable.js";
import type {PairScorer, PlaceFeatures} from "../../../src/analysis/referrals/placeFeatures.js";
import {planScorer} from "../../../src/analysis/referrals/planScorer.js";
import {predictReferrals, rankQuality} from "../../../src/analysis/referrals/predictReferrals.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";

const DETOX = 1;
const RESIDENTIAL = 2;
const PEERS = 4;
const handoffs = handoffTable(3, [
  {from: 0, to: 1, value: 1},
  {from: 1, to: 2, value: 0.8},
  {from: 2, to: 0, value: 0.5}
]);
const model: ContinuumModel = {
  weights: {
    distance: 0.3,
    services: 0.3,
    kind: 0.1,
    certification: 0.08,
    operator: 0.07,
    funding: 0.05,
    payers: 0.1
  },
  decayKm: 10,
  handoffs
};

/** Describes places on the equator, so many kilometres east of each other’s origin; everything else unknown. */
function places(kilometres: number[], known: Partial<PlaceFeatures> = {}): PlaceFeatures {
  const count = kilometres.length;
  const none = () => new Int32Array(count);
  return {
    count,
    points: spherePoints(
      kilometres.map(() => 0),
      kilometres.map((km) => ((km / 6371.0088) * 180) / Math.PI)
    ),
    uncertaintyKm: new Float64Array(count),
    steps: none(),
    kinds: new Int32Array(count).fill(1),
    operators: none(),
    states: none(),
    cities: none(),
    certifications: bitSets(count, [], []),
    funding: bitSets(count, [], []),
    payers: bitSets(count, [], []),
    ...known
  };
}

const scoreOf = (features: PlaceFeatures, scorer: PairScorer): number => {
  const {x, y, z} = features.points;
  const chordSquared = (x[0]! - x[1]!) ** 2 + (y[0]! - y[1]!) ** 2 + (z[0]! - z[1]!) ** 2;
  const scores = new Int16Array(1);
  scorer(
    {
      first: Int32Array.of(0),
      second: Int32Array.of(1),
      chordSquares: Float64Array.of(chordSquared),
      count: 1
    },
    scores
  );
  return scores[0]!;
};

it("bits are counted, and terms are shared beyond the first word", () => {
  expect([0, 1, 0b1011, -1, 1 << 31].map(countBits)).toEqual([0, 1, 3, 32, 1]);
  const sets = bitSets(3, [0, 0, 1, 2], [3, 40, 40, 3]);
  expect(sets.stride).toBe(2);
  expect([shareTerm(sets, 0, 1), shareTerm(sets, 0, 2), shareTerm(sets, 1, 2)]).toEqual([true, true, false]);
});

it("a handoff counts only towards a step that the referring place lacks, and the best one wins", () => {
  const at = (left: number, right: number) => left * handoffs.size + right;
  expect(handoffs.values[at(DETOX, RESIDENTIAL)]).toBe(1);
  expect(handoffs.directions[at(DETOX, RESIDENTIAL)]).toBe(1);
  expect(handoffs.directions[at(RESIDENTIAL, DETOX)]).toBe(-1);
  expect(handoffs.best[at(DETOX, DETOX)]).toBe(-1);
  expect(handoffs.values[at(DETOX | RESIDENTIAL, RESIDENTIAL)]).toBe(0);
  expect(handoffs.values[at(DETOX | RESIDENTIAL, PEERS)]).toBe(0.8);
  expect(handoffs.values[at(0, RESIDENTIAL)]).toBe(0);
});

it("a score is the sum of its factors", () => {
  const features = places([0, 5], {
    steps: Int32Array.of(DETOX, RESIDENTIAL),
    kinds: Int32Array.of(1, 2),
    operators: Int32Array.of(7, 7),
    certifications: bitSets(2, [0, 1], [2, 2]),
    funding: bitSets(2, [0, 1], [0, 1]),
    payers: bitSets(2, [0, 0, 1, 1], [0, 1, 1, 2])
  });
  // .3 e^(−5/10) + .3 + .1 + .08 + .07 + 0 + .1 · 1/3
  const expected = Math.round(300 * Math.exp(-0.5)) + 300 + 100 + 80 + 70 + 33;
  expect(scoreOf(features, continuumScorer(features, model))).toBe(expected);
  const out = new Int16Array(7);
  expect(factorScorer(features, model)(0, 1, 25, out)).toBe(expected);
  expect(Array.from(out)).toEqual([182, 300, 100, 80, 70, 0, 33]);
});

it("places of which nothing is known are not tied, however near they are", () => {
  const features = places([0, 0.1], {kinds: Int32Array.of(1, 2)});
  expect(scoreOf(features, continuumScorer(features, model))).toBe(0);
  expect(scoreOf(features, planScorer(features, {weights: PLAN, handoffs}))).toBe(200);
});

it("payers in common alone make no tie", () => {
  const features = places([0, 0.1], {payers: bitSets(2, [0, 1], [0, 0])});
  expect(scoreOf(features, continuumScorer(features, model))).toBe(0);
});

it("centres of ZIP codes count as farther apart than they look", () => {
  const features = places([0, 3], {
    steps: Int32Array.of(DETOX, RESIDENTIAL),
    uncertaintyKm: Float64Array.of(4, 0)
  });
  expect(scoreOf(features, continuumScorer(features, model))).toBe(Math.round(300 * Math.exp(-0.5)) + 300);
});

const PLAN = {state: 0.2, city: 0.3, services: 0.3, kind: 0.2, certification: 0.1};

it("the plan’s model adds its own weights up to 1, and a city counts only within its state", () => {
  const all = {
    states: Int32Array.of(1, 1),
    cities: Int32Array.of(4, 4),
    steps: Int32Array.of(DETOX, RESIDENTIAL),
    kinds: Int32Array.of(1, 2),
    certifications: bitSets(2, [0, 1], [0, 0])
  };
  const plan = (known: Partial<PlaceFeatures>) => {
    const features = places([0, 1], known);
    return scoreOf(features, planScorer(features, {weights: PLAN, handoffs}));
  };
  expect(plan(all)).toBe(1000);
  expect(plan({states: Int32Array.of(1, 1)})).toBe(200);
  expect(plan({states: Int32Array.of(1, 2), cities: Int32Array.of(4, 4)})).toBe(0);
  expect(plan({cities: Int32Array.of(0, 0)})).toBe(0);
  expect(plan({...all, certifications: bitSets(2, [0, 1], [0, 1])})).toBe(1000);
});

it("candidates are all pairs within the radius and the nearest ones of lonely places, each once", () => {
  const random = seededRandom(4);
  const places = Array.from({length: 250}, () => [random() * 4, random() * 4] as const);
  const points = spherePoints(
    places.map(([lat]) => lat),
    places.map(([, lon]) => lon)
  );
  const options = {radiusKm: 12, mostWithin: 99, nearestCount: 3, nearestKm: 60};
  const distance = (i: number, j: number) => {
    const chord = Math.hypot(
      points.x[i]! - points.x[j]!,
      points.y[i]! - points.y[j]!,
      points.z[i]! - points.z[j]!
    );
    return 2 * 6371.0088 * Math.asin(chord / 2 / 6371.0088);
  };
  const expected = new Set<string>();
  for (let i = 0; i < 250; i++) {
    const others = places
      .map((_, j) => j)
      .filter((j) => j !== i)
      .sort((a, b) => distance(i, a) - distance(i, b));
    const within = others.filter((j) => distance(i, j) <= 12);
    const chosen = within.length < 3 ? others.slice(0, 3).filter((j) => distance(i, j) <= 60) : within;
    for (const j of chosen) expected.add(`${Math.min(i, j)}-${Math.max(i, j)}`);
  }
  const found: string[] = [];
  eachCandidatePair(points, options, ({first, second, count}) => {
    for (let k = 0; k < count; k++)
      found.push(`${Math.min(first[k]!, second[k]!)}-${Math.max(first[k]!, second[k]!)}`);
  });
  expect(found.sort()).toEqual([...expected].sort());
});

it("each place keeps its strongest ties; a tie stays if either end keeps it", () => {
  const random = seededRandom(6);
  const count = 120;
  const features = places(
    Array.from({length: count}, () => random() * 60),
    {
      steps: Int32Array.from({length: count}, () => Math.floor(random() * 8)),
      kinds: Int32Array.from({length: count}, () => Math.floor(random() * 3))
    }
  );
  const options = {
    radiusKm: 15,
    mostWithin: 99,
    nearestCount: 0,
    nearestKm: 50,
    minimumScore: 350,
    perPlace: 4
  };
  const ties = findTies(features, continuumScorer(features, model), options);
  const all: Array<{a: number; b: number; score: number; km: number}> = [];
  const out = new Int16Array(7);
  const explain = factorScorer(features, model);
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const {x, y, z} = features.points;
      const squared = (x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2 + (z[a]! - z[b]!) ** 2;
      const score = explain(a, b, squared, out);
      if (Math.sqrt(squared) <= 15 && score >= 350) all.push({a, b, score, km: Math.sqrt(squared)});
    }
  const kept = new Set<string>();
  for (let v = 0; v < count; v++)
    all
      .filter(({a, b}) => a === v || b === v)
      .sort((p, q) => q.score - p.score || p.km - q.km)
      .slice(0, 4)
      .forEach(({a, b}) => kept.add(`${a}-${b}`));
  expect(Array.from(ties.sources, (a, e) => `${a}-${ties.targets[e]}`).sort()).toEqual([...kept].sort());
  expect(ties.qualifyingCount).toBe(all.length);
  const lengths = ties.chordSquares.map((square) => greatCircleKm(Math.sqrt(square)));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
  const {scores, contributions} = explainTies(features, model, ties);
  scores.forEach((score, e) =>
    expect(Object.values(contributions).reduce((sum, points) => sum + points[e]!, 0)).toBe(score)
  );
});

it("a score that ranks every referral first has an area of 1, a blind one of a half", () => {
  expect(rankQuality([0, 0, 3], [4, 2, 0])).toMatchObject({auc: 1, averagePrecision: 1});
  expect(rankQuality([0, 2], [0, 6])).toMatchObject({auc: 0.5, averagePrecision: 0.25});
  // Hits at 2 and 0, misses at 1: of two comparisons one is won; precision 1/1 and 2/3.
  expect(rankQuality([1, 0, 1], [0, 1, 0])).toMatchObject({auc: 0.5, averagePrecision: (1 + 2 / 3) / 2});
});

it("predictions compare a referral with the other candidates of the places that take part", () => {
  const features = places([0, 1, 2, 100], {steps: Int32Array.of(DETOX, RESIDENTIAL, DETOX, RESIDENTIAL)});
  const options = {radiusKm: 10, mostWithin: 99, nearestCount: 0, nearestKm: 50};
  const found = predictReferrals(features, continuumScorer(features, model), {
    ...options,
    observed: new Set([0 * 4 + 1])
  });
  // Candidates: 0–1 (referral), 1–2 (tie as strong), 0–2 (no handoff).
  expect(found).toMatchObject({observedCount: 1, unobservedCount: 2, auc: 0.75});
});
