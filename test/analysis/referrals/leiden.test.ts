import Graphology from "graphology";
import louvain from "graphology-communities-louvain";
import {describe, expect, it} from "vitest";
import {agreementOf} from "../../../src/analysis/referrals/agreement.js";
import {connectedComponents} from "../../../src/analysis/referrals/components.js";
import {buildGraph} from "../../../src/analysis/referrals/graph.js";
import {leiden} from "../../../src/analysis/referrals/leiden.js";
import {modularity} from "../../../src/analysis/referrals/modularity.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";
import {
  graphOf,
  GRAPHS,
  hasSharedGraphs,
  KARATE,
  randomEdges,
  readSharedGraph,
  readSharedRows
} from "./sharedGraphs.js";

const OFFICER = [9, 14, 15, 18, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33];

it("modularity of two triangles joined by one edge is 6/7 − 1/2", () => {
  expect(modularity(graphOf(6, "0-1 1-2 0-2 2-3 3-4 4-5 3-5"), [0, 0, 0, 1, 1, 1])).toBeCloseTo(
    6 / 7 - 1 / 2,
    12
  );
});

it("modularity of the karate club’s split is what NetworkX computes", () => {
  const sides = Array.from({length: 34}, (_, v) => (OFFICER.includes(v) ? 1 : 0));
  expect(modularity(graphOf(34, KARATE), sides)).toBeCloseTo(0.3582347140039448, 12);
});

it("the karate club’s communities reach the known optimum of .4198 (Brandes et al. 2008)", () => {
  const found = leiden(graphOf(34, KARATE));
  expect(found.modularity).toBeCloseTo(0.419789612, 8);
  expect(found.count).toBe(4);
});

it("the reported modularity is that of the reported communities, and the seed decides them", () => {
  const edges = randomEdges(300, 1200, seededRandom(3));
  const weights = edges.sources.map((_, e) => 1 + (e % 5));
  const graph = buildGraph(300, {...edges, weights});
  const found = leiden(graph, {seed: 5});
  expect(found.modularity).toBeCloseTo(modularity(graph, found.communities), 12);
  expect(leiden(graph, {seed: 5}).communities).toEqual(found.communities);
});

it("every community is connected", () => {
  const edges = randomEdges(2000, 5000, seededRandom(11));
  const {communities} = leiden(buildGraph(2000, edges), {restarts: 1});
  const inside = edges.sources.flatMap((a, e) =>
    communities[a] === communities[edges.targets[e]!] ? [e] : []
  );
  const within = buildGraph(2000, {
    sources: inside.map((e) => edges.sources[e]!),
    targets: inside.map((e) => edges.targets[e]!)
  });
  expect(connectedComponents(within).sizes.length).toBe(new Set(communities).size);
});

it("a ring of thirty cliques falls into the pairs that maximize modularity (Fortunato and Barthélemy 2007)", () => {
  const edges: string[] = [];
  for (let clique = 0; clique < 30; clique++) {
    for (let i = 0; i < 5; i++)
      for (let j = i + 1; j < 5; j++) edges.push(`${5 * clique + i}-${5 * clique + j}`);
    edges.push(`${5 * clique + 4}-${(5 * clique + 5) % 150}`);
  }
  const found = leiden(graphOf(150, edges.join(" ")));
  // 330 edges, of which 15 join different pairs; each pair holds 44 of 660 ends.
  expect(found.modularity).toBeCloseTo(315 / 330 - 15 * (44 / 660) ** 2, 9);
});

it("a graph without edges leaves every node in a community of its own", () => {
  expect(Array.from(leiden(buildGraph(3, {sources: [], targets: []})).communities)).toEqual([0, 1, 2]);
});

it("modularity is no lower than graphology’s Louvain on random graphs", () => {
  for (const seed of [1, 2, 3]) {
    const edges = randomEdges(500, 1500, seededRandom(seed));
    const other = new Graphology({type: "undirected"});
    for (let v = 0; v < 500; v++) other.addNode(v);
    edges.sources.forEach((a, e) => other.addEdge(a, edges.targets[e]!));
    const theirs = louvain.detailed(other, {rng: seededRandom(seed)}).modularity;
    expect(leiden(buildGraph(500, edges)).modularity).toBeGreaterThanOrEqual(theirs);
  }
});

describe.skipIf(!hasSharedGraphs)(`benchmark graphs (skipped where ${GRAPHS} is absent)`, () => {
  const baselines = hasSharedGraphs ? readSharedRows("baselines_networkx.csv") : [];
  const present = ["karate", "dolphins", "polbooks", "lfr_1000_mu10", "lfr_1000_mu20", "lfr_1000_mu30"];
  it.each(baselines.filter(({graph}) => present.includes(graph!)))(
    "$graph reaches the measured mean of Louvain",
    ({graph: name, louvain_modularity_mean: mean}) => {
      expect(leiden(readSharedGraph(name!)).modularity).toBeGreaterThan(Number(mean) - 0.00005);
    }
  );

  it.each(["lfr_1000_mu10", "lfr_1000_mu20"])("%s gives back the planted communities", (name) => {
    const planted = new Int32Array(1000);
    const labels = new Map<string, number>();
    for (const {id, community} of readSharedRows(`${name}.nodes.csv`)) {
      if (!labels.has(community!)) labels.set(community!, labels.size);
      planted[Number(id)] = labels.get(community!)!;
    }
    expect(agreementOf(planted, leiden(readSharedGraph(name)).communities).index).toBe(1);
  });
});
