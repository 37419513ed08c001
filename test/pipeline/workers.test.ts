import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, expect, it} from "vitest";
import {buildGraph} from "../../src/analysis/referrals/graph.js";
import * as pageRanks from "../../src/analysis/referrals/pageRank.js";
import {inSharedMemory} from "../../src/analysis/sharedMemory.js";
import {Workers} from "../../src/pipeline/workers.js";

const FILE = new URL("../../src/analysis/referrals/pageRank.ts", import.meta.url);
const graphs = [3, 4, 5, 6, 7, 8].map((nodeCount) =>
  buildGraph(nodeCount, {sources: [0, 0, 1], targets: [1, 2, 2]})
);

let workers: Workers<typeof pageRanks>;
const start = async (threads: number, file = FILE) =>
  (workers = await Workers.start(pageRanks, file, {threads}));
afterEach(() => workers.close());

it.each([0, 1, 2])(
  "%i threads give what the function gives, each result to its own call",
  async (threads) => {
    await start(threads);
    const calls = graphs.map((graph) => workers.call("pageRank", graph));
    expect(await Promise.all(calls)).toEqual(graphs.map((graph) => pageRanks.pageRank(graph)));
  }
);

it("threads read shared memory", async () => {
  const shared = inSharedMemory(graphs[0]!);
  expect(shared.targets.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(await (await start(1)).call("pageRank", shared)).toEqual(pageRanks.pageRank(graphs[0]!));
});

it.each([0, 1])(
  "with %i threads a call throws what its function throws, and others do not",
  async (threads) => {
    await start(threads);
    const failing = workers.call("pageRank", graphs[0]!, {maxIterations: 0});
    const working = workers.call("pageRank", graphs[0]!);
    await expect(failing).rejects.toThrow("PageRank did not settle");
    expect(await working).toHaveLength(3);
  }
);

it("a module that cannot be found is an error at once", async () => {
  const nowhere = new URL("file:///nowhere/module.ts");
  await expect(Workers.start(pageRanks, nowhere, {threads: 1})).rejects.toThrow("/nowhere/module.ts");
});

it("a thread that fails fails every call, made before or after", async () => {
  const folder = mkdtempSync(join(tmpdir(), "workbench-workers-"));
  writeFileSync(join(folder, "failing.ts"), 'throw new Error("failed to begin");');
  await start(2, pathToFileURL(join(folder, "failing.ts")));
  const calls = graphs.map((graph) => workers.call("pageRank", graph));
  for (const call of calls) await expect(call).rejects.toThrow("failed to begin");
  await expect(workers.call("pageRank", graphs[0]!)).rejects.toThrow("failed to begin");
  rmSync(folder, {recursive: true});
});
