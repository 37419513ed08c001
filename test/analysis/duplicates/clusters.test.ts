import fc from "fast-check";
import {expect, it} from "vitest";
import {bestMatches} from "../../../src/analysis/duplicates/bestMatches.js";
import {connectedComponents} from "../../../src/analysis/duplicates/connectedComponents.js";
import {clusterMetrics} from "../../../src/analysis/duplicates/pairMetrics.js";
import {splitCluster} from "../../../src/analysis/duplicates/splitCluster.js";

/** Labels by breadth-first search, for comparison. */
function searched(count: number, edges: [number, number][]): number[] {
  const labels = Array<number>(count).fill(-1);
  for (let start = 0; start < count; start++) {
    if (labels[start]! >= 0) continue;
    const queue = [start];
    labels[start] = start;
    for (const record of queue)
      for (const [a, b] of edges) {
        const other = a === record ? b : b === record ? a : -1;
        if (other < 0 || labels[other]! >= 0) continue;
        labels[other] = start;
        queue.push(other);
      }
  }
  return labels;
}

it("connected components equal those of a breadth-first search on random graphs", () => {
  const graph = fc.integer({min: 1, max: 40}).chain((count) =>
    fc.record({
      count: fc.constant(count),
      edges: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), {maxLength: 50})
    })
  );
  fc.assert(
    fc.property(graph, ({count, edges}) => {
      const [a, b] = [edges.map(([x]) => x), edges.map(([, y]) => y)];
      expect(Array.from(connectedComponents(count, a, b))).toEqual(searched(count, edges));
    })
  );
});

it("a chain of two groups that disagree is cut at its weakest link", () => {
  const weights = [
    [0, 9, -9, -9],
    [9, 0, 3, -9],
    [-9, 3, 0, 9],
    [-9, -9, 9, 0]
  ];
  expect(splitCluster(weights)).toEqual([0, 0, 2, 2]);
});

it("a group whose members all agree stays whole", () => {
  expect(splitCluster([0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 0 : 5))))).toEqual([0, 0, 0]);
});

/** Joins the two parts with the highest mean weight again and again, looking at all of them each time. */
function greedy(weights: number[][]): number[] {
  let parts = weights.map((_, i) => [i]);
  for (;;) {
    let [best, pair]: [number, number[][]] = [-2, []];
    for (const x of parts)
      for (const y of parts) {
        const all = x.flatMap((i) => y.map((j) => weights[i]![j]!));
        const mean = all.reduce((sum, weight) => sum + weight, 0) / all.length;
        if (x !== y && mean > best) [best, pair] = [mean, [x, y]];
      }
    if (!pair.length) break;
    parts = [...parts.filter((part) => !pair.includes(part)), pair.flat()];
  }
  return weights.map((_, i) => Math.min(...parts.find((part) => part.includes(i))!));
}

it("groups are split as by joining the two parts with the highest mean weight until none speaks for it", () => {
  const table = fc.integer({min: 1, max: 14}).chain((count) =>
    fc.array(fc.double({min: -11, max: 11, noNaN: true}), {
      minLength: count * count,
      maxLength: count * count
    })
  );
  fc.assert(
    fc.property(table, (values) => {
      const count = Math.sqrt(values.length);
      // Distinct weights: between equal ones the order of joining is arbitrary.
      const weight = (i: number, j: number) => values[i * count + j]! + 1e-3 * Math.sin(i * count + j);
      const weights = values
        .slice(0, count)
        .map((_, i) =>
          values.slice(0, count).map((_, j) => (i === j ? 0 : weight(Math.min(i, j), Math.max(i, j))))
        );
      expect(splitCluster(weights)).toEqual(greedy(weights));
    })
  );
});

it("each record keeps its strongest partner where partners are single as a rule", () => {
  const a = [0, 1, 2, 3, 4, 5, 6, 7, 0];
  const b = [10, 11, 12, 13, 14, 15, 16, 17, 18];
  expect(bestMatches({a, b, weights: [9, 9, 9, 9, 9, 9, 9, 9, 4]}, 0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it("several partners all stand where they are common", () => {
  const pairs = {a: [0, 0, 1, 1, 2], b: [10, 11, 12, 13, 14], weights: [5, 4, 5, 4, 5]};
  expect(bestMatches(pairs, 0)).toEqual([0, 1, 2, 3, 4]);
});

it("pairwise precision and recall count pairs that share a cluster", () => {
  const {precision, recall, f1} = clusterMetrics([0, 0, 0, 3, 3], ["x", "x", "y", "y", "y"]);
  expect([precision, recall]).toEqual([2 / 4, 2 / 4]);
  expect(f1).toBe(0.5);
});
