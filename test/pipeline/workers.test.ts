import {afterEach, expect, it} from "vitest";
import {buildGraph} from "../../src/analysis/referrals/graph.js";
import * as pageRanks from "../../src/analysis/referrals/pageRank.js";
import {inSharedMemory} from "../../src/pipeline/sharedMemory.js";
import {Workers} from "../../src/pipeline/workers.js";

const FILE = new URL("../../src/analysis/referrals/pageRank.ts", import.meta.url);
const graphs = [3, 4, 5, 6, 7, 8].map((nodeCount) =>
  buildGraph(nodeCount, {sources: [0, 0, 1], targets: [1, 2, 2]})
);

let workers: Workers<typeof pageRanks>;
const start = (threads: number, file = FILE) => (workers = new Workers(pageRanks, file, {threads}));
afterEach(() => workers.close());

it.each([0, 1, 2])(
  "%i threads give what the function gives, each result to its own call",
  async (threads) => {
    start(threads);
    const calls = graphs.map((graph) => workers.call("pageRank", graph));
    expect(await Promise.all(calls)).toEqual(graphs.map((graph) => pageRanks.pageRank(graph)));
  }
);

it("threads read shared memory", async () => {
  const shared = inSharedMemory(graphs[0]!);
  expect(shared.targets.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(await start(1).call("pageRank", shared)).toEqual(pageRanks.pageRank(graphs[0]!));
});

it.each([0, 1])(
  "with %i threads a call throws what its function throws, and others do not",
  async (threads) => {
    start(threads);
    const failing = workers.call("pageRank", graphs[0]!, {maxIterations: 0});
    const working = workers.call("pageRank", graphs[0]!);
    await expect(failing).rejects.toThrow("PageRank did not settle");
    expect(await working).toHaveLength(3);
  }
);

it("a module that cannot be loaded fails every call", async () => {
  start(2, new URL("file:///nowhere/module.ts"));
  const calls = graphs.map((graph) => workers.call("pageRank", graph));
  for (const call of calls) await expect(call).rejects.toThrow("/nowhere/module.ts");
  await expect(workers.call("pageRank", graphs[0]!)).rejects.toThrow("/nowhere/module.ts");
});
