import {expect, it} from "vitest";
import {degrees, strengths} from "../../../src/analysis/referrals/degrees.js";
import {buildGraph} from "../../../src/analysis/referrals/graph.js";

it("a graph lists every neighbour in ascending order, whatever the order and direction of the edges", () => {
  const graph = buildGraph(4, {sources: [3, 0, 2], targets: [0, 2, 3], weights: [5, 2, 1]});
  expect(Array.from(graph.offsets)).toEqual([0, 2, 2, 4, 6]);
  expect(Array.from(graph.targets)).toEqual([2, 3, 0, 3, 0, 2]);
  expect(Array.from(graph.weights)).toEqual([2, 5, 2, 1, 5, 1]);
  expect(graph.totalWeight).toBe(8);
});

it("the neighbours of a node with hundreds are ascending too, each with its own weight, parallel edges added in their order", () => {
  // The centre 0 meets 1 to 199 from the last to the first, then each third of them again.
  const outer = Array.from({length: 199}, (_, i) => 199 - i);
  const again = outer.filter((v) => v % 3 === 0);
  const targets = [...outer, ...again];
  const graph = buildGraph(200, {sources: targets.map(() => 0), targets, weights: targets});
  expect(Array.from(graph.targets.subarray(0, 199))).toEqual(outer.toReversed());
  expect(Array.from(graph.weights.subarray(0, 199))).toEqual(
    outer.toReversed().map((v) => (v % 3 === 0 ? 2 * v : v))
  );
});

it("a graph in shared memory is the same", () => {
  const edges = {sources: [3, 0, 2, 0], targets: [0, 2, 3, 3], weights: [5, 2, 1, 1]};
  const shared = buildGraph(4, edges, {isShared: true});
  expect(shared).toEqual(buildGraph(4, edges));
  for (const array of [shared.offsets, shared.targets, shared.weights])
    expect(array.buffer).toBeInstanceOf(SharedArrayBuffer);
});

it("parallel edges become one with their weights added, and loops are left out", () => {
  const graph = buildGraph(2, {sources: [0, 1, 1], targets: [1, 0, 1], weights: [1, 2.5, 9]});
  expect([graph.edgeCount, graph.totalWeight]).toEqual([1, 3.5]);
  expect(Array.from(degrees(graph))).toEqual([1, 1]);
  expect(Array.from(strengths(graph))).toEqual([3.5, 3.5]);
});

it("an edge to a node that does not exist, or without a positive weight, is refused", () => {
  expect(() => buildGraph(2, {sources: [0], targets: [2]})).toThrow("edge 0 joins 0 and 2, outside 0 to 1");
  expect(() => buildGraph(2, {sources: [0], targets: [1], weights: [0]})).toThrow("edge 0 has weight 0");
  expect(() => buildGraph(2, {sources: [0], targets: [1], weights: [NaN]})).toThrow("weight NaN");
});
