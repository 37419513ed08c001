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
