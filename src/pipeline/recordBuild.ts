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

/** Returns what tells a build from any other: its fingerprint and when it started. */
export async function buildIdentity(warehouse: Warehouse): Promise<string> {
  const rows = await warehouse.rows<{identity: string}>(
    "select concat_ws(' ', fingerprint, built_at) as identity from meta.builds order by built_at"
  );
  return rows.map(({identity}) => identity).join(", ");
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
