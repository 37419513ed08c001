import {expect, it} from "vitest";
import {FACTORS, type Factor} from "../../../src/analysis/referrals/continuumScorer.js";
import {buildGraph} from "../../../src/analysis/referrals/graph.js";
import {reweightedGraph} from "../../../src/analysis/referrals/reweightedGraph.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";

it("each tie has its changed weight at both ends, as in a graph built from the changed ties", () => {
  const random = seededRandom(4);
  // Of 30 places every second pair or so, in ascending order, the lower place first.
  const pairs = Array.from({length: 30}, (_, a) =>
    Array.from({length: 29 - a}, (_, i) => [a, a + 1 + i] as const)
  )
    .flat()
    .filter(() => random() < 0.5);
  const [sources, targets] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const points = () => Int16Array.from(pairs, () => Math.floor(random() * 300));
  const contributions = Object.fromEntries(FACTORS.map((factor) => [factor, points()])) as Record<
    Factor,
    Int16Array
  >;
  const scores = Int16Array.from(pairs, () => 350 + Math.floor(random() * 500));
  const graph = buildGraph(30, {sources, targets, weights: scores});
  const changed = pairs.map((_, e) => scores[e]! - 0.2 * contributions.payers[e]!);
  const reweighted = reweightedGraph(
    graph,
    {sources, targets},
    {scores, contributions},
    {factor: "payers", share: -0.2}
  );
  const built = buildGraph(30, {sources, targets, weights: changed});
  expect(reweighted.offsets).toEqual(built.offsets);
  expect(reweighted.targets).toEqual(built.targets);
  expect(reweighted.weights).toEqual(Float64Array.from(built.weights));
  expect(reweighted.totalWeight).toBeCloseTo(built.totalWeight, 9);
});
