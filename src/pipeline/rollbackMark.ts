import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";

type State = Pick<Config, "state">;

/** Returns the fingerprint of the build that was rolled back last; null where the newest build is published. */
export function rolledBackFrom({state}: State): string | null {
  const path = markPath({state});
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}

/** Remembers the fingerprint of a build that is rolled back, so that nothing builds it again unasked. */
export function markRollback({state}: State, fingerprint: string): void {
  const path = markPath({state});
  writeFileSync(`${path}.part`, `${fingerprint}\n`, {flush: true});
  renameSync(`${path}.part`, path);
}

/** Forgets the rollback: a newer build is published. */
export function forgetRollback({state}: State): void {
  rmSync(markPath({state}), {force: true});
}

function markPath({state}: State): string {
  return join(state, "rolled-back");
}
