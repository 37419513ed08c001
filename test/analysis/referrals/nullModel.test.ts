import {expect, it} from "vitest";
import {assortativity} from "../../../src/analysis/referrals/assortativity.js";
import {transitivity} from "../../../src/analysis/referrals/clustering.js";
import {degrees} from "../../../src/analysis/referrals/degrees.js";
import {buildGraph} from "../../../src/analysis/referrals/graph.js";
import {rewire} from "../../../src/analysis/referrals/rewire.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";
import {compareWithNull} from "../../../src/analysis/referrals/zScore.js";
import {randomEdges} from "./sharedGraphs.js";

it("rewiring keeps every degree and makes neither loops nor parallel edges", () => {
  const edges = randomEdges(400, 1600, seededRandom(8));
  const swapped = rewire(400, edges, {random: seededRandom(1)});
  const graph = buildGraph(400, swapped);
  expect(degrees(graph)).toEqual(degrees(buildGraph(400, edges)));
  expect(graph.edgeCount).toBe(1600);
  const key = (a: number, b: number) => Math.min(a, b) * 400 + Math.max(a, b);
  const before = new Set(edges.sources.map((a, e) => key(a, edges.targets[e]!)));
  const kept = Array.from(swapped.sources).filter((a, e) => before.has(key(a, swapped.targets[e]!))).length;
  expect(kept / 1600).toBeLessThan(0.06);
});

it("rewiring honours what the caller refuses", () => {
  const edges = randomEdges(100, 300, seededRandom(8));
  expect(rewire(100, edges, {random: seededRandom(1), accepts: () => false})).toEqual({
    sources: Int32Array.from(edges.sources),
    targets: Int32Array.from(edges.targets)
  });
});

it("all graphs with the given degrees are reached equally often", () => {
  // A 6-cycle’s degrees belong to 70 labelled graphs: 60 cycles and 10 pairs of triangles.
  const cycle = {sources: [0, 1, 2, 3, 4, 5], targets: [1, 2, 3, 4, 5, 0]};
  const random = seededRandom(5);
  const triangles = Array.from({length: 3500}, () => {
    const graph = buildGraph(6, rewire(6, cycle, {random, swapsPerEdge: 20}));
    return transitivity(graph) === 1;
  }).filter(Boolean).length;
  // Binomial with p = 1/7: mean 500, standard deviation 20.7.
  expect(Math.abs(triangles - 500)).toBeLessThan(83);
});

it("z-scores are near 0 on random graphs: their mean is 0 and their spread about 1", () => {
  const scores = Array.from({length: 24}, (_, round) => {
    const random = seededRandom(100 + round);
    const edges = randomEdges(200, 800, random);
    const kinds = Array.from({length: 200}, () => Math.floor(random() * 3));
    const samples = Array.from({length: 20}, () => assortativity(kinds, rewire(200, edges, {random})));
    return compareWithNull(assortativity(kinds, edges), samples).zScore;
  });
  expect(Math.abs(scores.reduce((sum, z) => sum + z, 0) / 24)).toBeLessThan(0.7);
  expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4);
});

it("a z-score counts the sample’s standard deviations", () => {
  expect(compareWithNull(5, [1, 2, 3])).toEqual({observed: 5, mean: 2, deviation: 1, zScore: 3});
  expect(compareWithNull(5, [2, 2, 2]).zScore).toBeNaN();
});
