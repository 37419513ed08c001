import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Config} from "../config.js";
import {UserError} from "../error.js";
import {writeAllSnapshots} from "../snapshots/writeAllSnapshots.js";
import type {Warehouse} from "../warehouse/open.js";
import {checkPages} from "./checkPages.js";
import {finishSite} from "./finishSite.js";
import {frameworkEnvironment, runFramework} from "./runFramework.js";
import {siteFingerprint} from "./siteFingerprint.js";
import {type SitePaths, sitePaths, snapshotFolder} from "./sitePaths.js";

export interface BuildSiteOptions {
  paths?: SitePaths;
  onStep?: (label: string, share?: number) => void;
}

export interface BuiltSite {
  output: string;
  /** The snapshots that were written anew. */
  changed: string[];
  /** False if the site was up to date already. */
  isNew: boolean;
}

/**
 * Writes the snapshots of a warehouse and builds the site from them. The site is built beside the published
 * one and takes its place at the end, so a failed build leaves the published one as it was; nothing is built
 * if nothing that it is made from has changed.
 */
export async function buildSite(
  config: Config,
  warehouse: Warehouse,
  {paths = sitePaths(), onStep}: BuildSiteOptions = {}
): Promise<BuiltSite> {
  const {output} = paths;
  const changed = await writeAllSnapshots(warehouse, snapshotFolder(paths), {
    onSnapshot: (fileName, share) => onStep?.(`snapshot ${fileName}`, share)
  });
  const stamp = join(paths.reports, ".observablehq/site");
  const current = siteStamp(paths);
  const isCurrent =
    existsSync(join(output, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === current;
  if (isCurrent) return {output, changed, isNew: false};
  await buildBeside(config, warehouse, paths, onStep);
  mkdirSync(dirname(stamp), {recursive: true});
  writeFileSync(stamp, current);
  return {output, changed, isNew: true};
}

async function buildBeside(
  config: Config,
  warehouse: Warehouse,
  paths: SitePaths,
  onStep: BuildSiteOptions["onStep"]
): Promise<void> {
  const {output} = paths;
  const beside = `${output}.${process.pid}`;
  try {
    const env = frameworkEnvironment(config, {...paths, output: beside});
    onStep?.("site");
    await buildWhileChecking(warehouse, (signal) =>
      runFramework(env, {signal, onPage: (page) => onStep?.(`page ${page}`)})
    );
    finishSite(beside);
    rmSync(output, {recursive: true, force: true});
    renameSync(beside, output);
  } finally {
    rmSync(beside, {recursive: true, force: true});
  }
}

/** Checks the pages while Framework builds them, mostly in another process, and ends the build at a fault. */
async function buildWhileChecking(
  warehouse: Warehouse,
  build: (signal: AbortSignal) => Promise<void>
): Promise<void> {
  const stop = new AbortController();
  const check = checkPages(warehouse).then((faults) => {
    if (faults.length) throw new UserError(`site not built:\n  ${faults.join("\n  ")}`);
  });
  check.catch(() => stop.abort());
  // What the check says names file and line, so it comes first.
  for (const outcome of await Promise.allSettled([check, build(stop.signal)]))
    if (outcome.status === "rejected") throw outcome.reason;
}

function siteStamp(paths: SitePaths): string {
  return `${paths.output} ${siteFingerprint(paths)}`;
}
