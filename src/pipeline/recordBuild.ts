import {execFileSync} from "node:child_process";
import type {Warehouse} from "../warehouse/open.js";

export interface BuildFacts {
  fingerprint: string;
  now: Date;
  isSample: boolean;
  /** Name of the archive of original records. */
  archive: string;
}

/** Writes the one row of meta.builds. */
export async function recordBuild(
  warehouse: Warehouse,
  {fingerprint, now, isSample, archive}: BuildFacts
): Promise<void> {
  await warehouse.run(
    `insert into meta.builds values (
       $buildId, $fingerprint, $now::timestamp, $isSample, version(), $commit::varchar, $archive
     )`,
    {
      buildId: fingerprint.slice(0, 12),
      fingerprint,
      now: now.toISOString().replace("T", " ").replace("Z", ""),
      isSample,
      commit: gitCommit(),
      archive
    }
  );
}

function gitCommit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    }).trim();
  } catch {
    return null;
  }
}
