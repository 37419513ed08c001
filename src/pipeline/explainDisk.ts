import {statfsSync} from "node:fs";
import type {Config} from "../config.js";
import {messageOf, UserError} from "../error.js";

const FULL = /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/i;

/** Returns what to tell where an error means that the disk is full; any other error as it is. */
export function explainDisk(error: unknown, {state}: Pick<Config, "state">): unknown {
  if (!FULL.test(messageOf(error))) return error;
  return new UserError(
    `disk full: the build needs more room than ${state} has (${freeMegabytes(state)} MB are free again); published warehouse unchanged`,
    {cause: error}
  );
}

function freeMegabytes(folder: string): string {
  try {
    const {bavail, bsize} = statfsSync(folder);
    return Math.floor((bavail * bsize) / 1e6).toLocaleString("en-US");
  } catch {
    return "no";
  }
}
