import Graphology from "graphology";
import graphologyBetweenness from "graphology-metrics/centrality/betweenness.js";
import graphologyPageRank from "graphology-metrics/centrality/pagerank.js";
import {expect, it} from "vitest";
import {betweenness} from "../../../src/analysis/referrals/betweenness.js";
import {constraint} from "../../../src/analysis/referrals/constraint.js";
import {coreNumbers} from "../../../src/analysis/referrals/coreNumbers.js";
import {buildGraph} from "../../../src/analysis/referrals/graph.js";
import {pageRank} from "../../../src/analysis/referrals/pageRank.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";
import {graphOf, KARATE, randomEdges} from "./sharedGraphs.js";

const karate = graphOf(34, KARATE);

it("betweenness of the karate club is the published one", () => {
  const {scores, errors, isExact} = betweenness(karate);
  for (const [member, expected] of [
    [0, 231.0714],
    [33, 160.5516],
    [32, 76.6905],
    [2, 75.8508],
    [31, 73.0095]
  ])
    expect(scores[member!]).toBeCloseTo(expected!, 4);
  expect(isExact).toBe(true);
  expect(Math.max(...errors)).toBe(0);
});

it("betweenness of a path counts the pairs on either side", () => {
  const {scores} = betweenness(graphOf(5, "0-1 1-2 2-3 3-4"));
  [0, 3, 4, 3, 0].forEach((pairs, v) => expect(scores[v]).toBeCloseTo(pairs, 12));
});

it("sampled betweenness lies within three of its own standard errors for nearly all leading nodes", () => {
  const graph = buildGraph(600, randomEdges(600, 1500, seededRandom(9)));
  const exact = betweenness(graph).scores;
  const {scores, errors, isExact} = betweenness(graph, {maxSources: 150, seed: 4});
  const leading = [...exact.keys()].sort((a, b) => exact[b]! - exact[a]!).slice(0, 200);
  const near = leading.filter((v) => Math.abs(scores[v]! - exact[v]!) <= 3 * errors[v]!);
  expect(isExact).toBe(false);
  expect(near.length / 200).toBeGreaterThan(0.97);
  for (const v of leading) expect(errors[v]! / exact[v]!).toBeLessThan(0.5);
});

it("a sample as large as the component is exact", () => {
  const graph = graphOf(5, "0-1 1-2 3-4");
  expect(betweenness(graph, {maxSources: 3})).toEqual({...betweenness(graph), isExact: true});
});

it("PageRank of the karate club is what NetworkX computes, and sums to 1", () => {
  const scores = pageRank(karate);
  for (const [member, expected] of [
    [0, 0.096997],
    [33, 0.100919],
    [32, 0.071693],
    [2, 0.057079],
    [11, 0.009565]
  ])
    expect(scores[member!]).toBeCloseTo(expected!, 6);
  expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9);
});

it("PageRank follows heavier ties more often and spreads what a lone node holds", () => {
  const edges = {sources: [0, 0, 1, 2, 3], targets: [1, 2, 2, 3, 4], weights: [2, 1, 3, 1, 4]};
  const expected = [0.14536054, 0.22695672, 0.22467795, 0.22202666, 0.18097813];
  pageRank(buildGraph(5, edges)).forEach((score, v) => expect(score).toBeCloseTo(expected[v]!, 8));
  // A pair and a lone node: x = .05 + .85 x + .85 y / 3 each, y = .05 + .85 y / 3.
  const lone = 0.05 / (1 - 0.85 / 3);
  expect(pageRank(graphOf(3, "0-1"))[2]).toBeCloseTo(lone, 9);
});

it("PageRank and betweenness agree with graphology’s, given a tolerance that fits the graph’s size", () => {
  const edges = randomEdges(200, 600, seededRandom(21));
  const other = new Graphology({type: "undirected"});
  for (let v = 0; v < 200; v++) other.addNode(v);
  edges.sources.forEach((a, e) => other.addEdge(a, edges.targets[e]!));
  const ranks = graphologyPageRank(other, {tolerance: 1e-12, maxIterations: 1000, getEdgeWeight: null});
  const between = graphologyBetweenness(other, {normalized: false, getEdgeWeight: null});
  const graph = buildGraph(200, edges);
  pageRank(graph).forEach((score, v) => expect(score).toBeCloseTo(ranks[v]!, 8));
  betweenness(graph).scores.forEach((score, v) => expect(score).toBeCloseTo(between[v]!, 6));
});

it("PageRank that does not settle says so", () => {
  expect(() => pageRank(karate, {tolerance: 1e-12, maxIterations: 2})).toThrow("did not settle to 1e-12");
});

it("Burt’s constraint of the karate club is what NetworkX computes", () => {
  const scores = constraint(karate);
  for (const [member, expected] of [
    [0, 0.155423],
    [33, 0.156419],
    [11, 1],
    [8, 0.303601]
  ])
    expect(scores[member!]).toBeCloseTo(expected!, 6);
});

it("constraint uses the ties’ weights and is not a number for a node without ties", () => {
  const edges = {sources: [0, 0, 1, 2, 3], targets: [1, 2, 2, 3, 4], weights: [2, 1, 3, 1, 4]};
  const scores = constraint(buildGraph(6, edges));
  [1.2888888889, 0.8081777778, 0.7713777778, 0.68, 1].forEach((score, v) =>
    expect(scores[v]).toBeCloseTo(score, 9)
  );
  expect(scores[5]).toBeNaN();
});

it("core numbers of the karate club are what NetworkX computes", () => {
  expect(Array.from(coreNumbers(karate)).join("")).toBe("4444333442312422222322233323334344");
});

it("a node’s core number is the largest k whose peeled graph still holds it", () => {
  const edges = randomEdges(150, 500, seededRandom(2));
  const graph = buildGraph(150, edges);
  const cores = coreNumbers(graph);
  for (let k = 1; k <= 6; k++) {
    const alive = new Set(cores.keys());
    for (let changed = true; changed;) {
      changed = false;
      for (const v of alive) {
        const near = graph.targets
          .subarray(graph.offsets[v], graph.offsets[v + 1])
          .filter((u) => alive.has(u));
        if (near.length < k) changed = alive.delete(v);
      }
    }
    expect([...cores.keys()].filter((v) => cores[v]! >= k)).toEqual([...alive].sort((a, b) => a - b));
  }
});
