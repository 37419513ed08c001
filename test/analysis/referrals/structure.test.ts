import {expect, it} from "vitest";
import {agreementOf} from "../../../src/analysis/referrals/agreement.js";
import {assortativity, numericAssortativity} from "../../../src/analysis/referrals/assortativity.js";
import {transitivity} from "../../../src/analysis/referrals/clustering.js";
import {connectedComponents} from "../../../src/analysis/referrals/components.js";
import {cutPoints} from "../../../src/analysis/referrals/cutPoints.js";
import {degrees} from "../../../src/analysis/referrals/degrees.js";
import {groupTies} from "../../../src/analysis/referrals/density.js";
import {buildGraph, type Graph} from "../../../src/analysis/referrals/graph.js";
import {removals} from "../../../src/analysis/referrals/removal.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";
import {edgesOf, graphOf, KARATE, randomEdges} from "./sharedGraphs.js";

const karate = graphOf(34, KARATE);
const officers = [9, 14, 15, 18, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33];

function without({nodeCount, offsets, targets}: Graph, removed: (a: number, b: number) => boolean): Graph {
  const edges: {sources: number[]; targets: number[]} = {sources: [], targets: []};
  for (let v = 0; v < nodeCount; v++)
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      if (v > targets[i]! || removed(v, targets[i]!)) continue;
      edges.sources.push(v);
      edges.targets.push(targets[i]!);
    }
  return buildGraph(nodeCount, edges);
}

it("components are numbered by their smallest node, lone nodes included", () => {
  const {components, sizes} = connectedComponents(graphOf(6, "5-3 1-0 3-1"));
  expect(Array.from(components)).toEqual([0, 0, 1, 0, 2, 0]);
  expect(Array.from(sizes)).toEqual([4, 1, 1]);
});

it("the karate club has one articulation point and one bridge", () => {
  const {articulationPoints, bridges} = cutPoints(karate);
  expect(Array.from(articulationPoints)).toEqual([0]);
  expect(bridges).toEqual([[0, 11]]);
});

it("articulation points, bridges and removals equal taking each node and edge away and looking", () => {
  const random = seededRandom(17);
  for (let round = 0; round < 40; round++) {
    const nodeCount = 4 + Math.floor(random() * 30);
    const most = (nodeCount * (nodeCount - 1)) / 2;
    const graph = buildGraph(
      nodeCount,
      randomEdges(nodeCount, Math.min(most, Math.ceil(nodeCount * 1.1)), random)
    );
    const before = connectedComponents(graph);
    const cuts = cutPoints(graph);
    const lost = removals(graph, cuts);
    for (let v = 0; v < nodeCount; v++) {
      const {components} = connectedComponents(without(graph, (a, b) => a === v || b === v));
      const parts = new Map<number, number[]>();
      before.components.forEach((component, u) => {
        if (u === v || component !== before.components[v]) return;
        parts.set(components[u]!, [...(parts.get(components[u]!) ?? []), u]);
      });
      const ordered = [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
      const expected = ordered
        .slice(1)
        .flat()
        .sort((a, b) => a - b);
      expect(cuts.articulationPoints.includes(v)).toBe(parts.size > 1);
      expect(Array.from(lost.get(v) ?? []).length).toBe(expected.length);
      const tied = ordered.length > 1 && ordered[0]!.length === ordered[1]!.length;
      if (!tied) expect(Array.from(lost.get(v) ?? [])).toEqual(expected);
    }
    const isBridge = (x: number, y: number) =>
      connectedComponents(without(graph, (a, b) => a === x && b === y)).sizes.length > before.sizes.length;
    const bridges: Array<[number, number]> = [];
    for (let v = 0; v < nodeCount; v++)
      for (const u of graph.targets.subarray(graph.offsets[v], graph.offsets[v + 1]))
        if (u > v && isBridge(v, u)) bridges.push([v, u]);
    expect(cuts.bridges).toEqual(bridges);
  }
});

it("a long path is searched without running out of stack", () => {
  const count = 200_000;
  const sources = Int32Array.from({length: count - 1}, (_, i) => i);
  const {articulationPoints} = cutPoints(buildGraph(count, {sources, targets: sources.map((i) => i + 1)}));
  expect(articulationPoints.length).toBe(count - 2);
});

it("a star is fully centralized and a circle not at all", () => {
  const [star, circle, pair] = groupTies(
    [0, 0, 0, 0, 1, 1, 1, 1, 2, 2],
    3,
    edgesOf("0-1 0-2 0-3 4-5 5-6 6-7 7-4 3-4")
  );
  expect(star).toEqual({nodeCount: 4, edgeCount: 3, density: 0.5, centralization: 1});
  expect(circle).toMatchObject({edgeCount: 4, density: 4 / 6, centralization: 0});
  expect(pair).toMatchObject({edgeCount: 0, density: 0, centralization: NaN});
});

it("assortativity of the karate club’s sides and degrees is what NetworkX computes", () => {
  const sides = Array.from({length: 34}, (_, v) => (officers.includes(v) ? 1 : 0));
  expect(assortativity(sides, edgesOf(KARATE))).toBeCloseTo(0.717530864197531, 12);
  expect(numericAssortativity(degrees(karate), edgesOf(KARATE))).toBeCloseTo(-0.47561309768461413, 12);
});

it("a quarter of the karate club’s open triples are closed, as NetworkX computes", () => {
  expect(transitivity(karate)).toBeCloseTo(0.2556818181818182, 12);
});

it("the adjusted Rand index is 1 for the same groups under other numbers and the textbook value otherwise", () => {
  const halves = Int32Array.of(0, 0, 1, 1);
  expect(agreementOf(halves, Int32Array.of(1, 1, 0, 0)).index).toBe(1);
  // Together in both: 1 pair; in the first: 2, in the second: 2, of 6; expected 2·2/6.
  const {index} = agreementOf(halves, Int32Array.of(0, 0, 1, 2));
  expect(index).toBeCloseTo((1 - 2 / 6) / (1.5 - 2 / 6), 12);
});

it("a group cut in two keeps the pairs within its halves", () => {
  const {kept} = agreementOf(Int32Array.of(0, 0, 0, 0, 1, 1, 2), Int32Array.of(5, 5, 6, 6, 1, 1, 1));
  expect(Array.from(kept)).toEqual([2 / 6, 1, 1]);
});
