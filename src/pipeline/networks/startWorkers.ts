import {availableParallelism} from "node:os";
import * as networkRuns from "../../analysis/referrals/networkRuns.js";
import type {Warehouse} from "../../warehouse/open.js";
import {Workers} from "../workers.js";

// Below this, threads take longer to start than the analysis takes.
const WORTH_THREADS = 3000;

export type NetworkWorkers = Workers<typeof networkRuns>;

/** Starts as many threads as there are cores for the runs of the analysis; none for a small directory. */
export async function startWorkers(warehouse: Warehouse): Promise<NetworkWorkers> {
  const [row] = await warehouse.rows<{n: number}>("select count(*)::integer as n from main.organizations");
  const file = new URL("../../analysis/referrals/networkRuns.ts", import.meta.url);
  return Workers.start(networkRuns, file, {threads: row!.n < WORTH_THREADS ? 0 : availableParallelism()});
}
