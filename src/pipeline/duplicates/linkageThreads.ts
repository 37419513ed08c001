import {availableParallelism} from "node:os";
import type {RecordRange} from "../../analysis/duplicates/candidatePairs.js";
import * as linkageRuns from "../../analysis/duplicates/linkageRuns.js";
import {Workers} from "../workers.js";

/** Records from which threads are worth their start. */
const WORTH_THREADS = 20_000;
/** Parts for each thread, so that none stands idle for long at the end. */
const PARTS = 8;

/** Threads that compare and score; results do not depend on how many there are. */
export type LinkageThreads = Workers<typeof linkageRuns>;

/** Starts as many threads as there are cores; none for few records. */
export function startThreads(records: number): Promise<LinkageThreads> {
  const file = new URL("../../analysis/duplicates/linkageRuns.ts", import.meta.url);
  const threads = records < WORTH_THREADS ? 0 : availableParallelism();
  return Workers.start(linkageRuns, file, {threads});
}

/** Divides the records into ranges of about the same cost, in their order. */
export function rangesOf(costs: ArrayLike<number>): RecordRange[] {
  const parts = PARTS * availableParallelism();
  let total = costs.length;
  for (let i = 0; i < costs.length; i++) total += costs[i]!;
  const ranges: RecordRange[] = [];
  let [from, sum] = [0, 0];
  for (let to = 1; to <= costs.length; to++) {
    sum += 1 + costs[to - 1]!;
    if (sum * parts < total * (ranges.length + 1) && to < costs.length) continue;
    ranges.push({from, to});
    from = to;
  }
  return ranges;
}
