import {betweennessFrom, betweennessSample, type Betweenness} from "../../analysis/referrals/betweenness.js";
import {addedTo} from "../../analysis/referrals/shortestPaths.js";
import type {Graph} from "../../analysis/referrals/graph.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import type {NetworkWorkers} from "./startWorkers.js";
import type {NetworkSettings} from "./readSettings.js";

// A number of its own, and not that of the threads, so that sums are rounded alike on every machine.
const PARTS = 8;

/** Works out the betweenness of every place, the starting places divided among the threads. */
export async function measureBetweenness(
  workers: NetworkWorkers,
  {betweennessSources, seed}: NetworkSettings,
  graph: Graph
): Promise<Betweenness> {
  const sample = betweennessSample(graph, {maxSources: betweennessSources, seed});
  const sources = inSharedMemory({sources: sample.sources}).sources;
  const bound = (part: number) => Math.floor((part * sources.length) / PARTS);
  const parts = Array.from({length: PARTS}, (_, part) =>
    workers.call("dependenciesOfPart", graph, sources, {from: bound(part), to: bound(part + 1)})
  );
  // Each part is let go of as it is added, in their order whichever ends first.
  return betweennessFrom(sample, await parts.reduce(async (sum, part) => addedTo(await sum, await part)));
}
