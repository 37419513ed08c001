import {statfsSync} from "node:fs";
import type {Config} from "../config.js";
import {messageOf, UserError} from "../error.js";

const FULL = /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/i;
const OUT_OF_MEMORY = /out of memory error/i;

/** Returns what to tell where an error means that disk or memory ran out; any other error as it is. */
export function explainResource(error: unknown, config: Pick<Config, "state" | "memoryLimit">): unknown {
  const message = messageOf(error);
  if (FULL.test(message)) return new UserError(fullDisk(config), {cause: error});
  if (OUT_OF_MEMORY.test(message)) return new UserError(outOfMemory(message, config), {cause: error});
  return error;
}

function fullDisk({state}: Pick<Config, "state">): string {
  return `disk full: the build needs more room than ${state} has (${freeMegabytes(state)} MB are free again); published warehouse unchanged`;
}

function outOfMemory(message: string, {memoryLimit}: Pick<Config, "memoryLimit">): string {
  const limit = memoryLimit ? `the memory limit of ${memoryLimit}` : "the memory of this machine";
  return `out of memory: a step needs more than ${limit}; raise WORKBENCH_MEMORY_LIMIT, or build on a larger machine; published warehouse unchanged (${message.split("\n")[0]})`;
}

function freeMegabytes(folder: string): string {
  try {
    const {bavail, bsize} = statfsSync(folder);
    return Math.floor((bavail * bsize) / 1e6).toLocaleString("en-US");
  } catch {
    return "no";
  }
}
