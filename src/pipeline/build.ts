import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {CheckFinding, CheckResult} from "../checks/checkResult.js";
import type {Config} from "../config.js";
import {Warehouse} from "../warehouse/open.js";
import {explainResource} from "./explainResource.js";
import {fillWarehouse} from "./fillWarehouse.js";
import {type BuildInputs, buildInputs, combinedFingerprint} from "./fingerprint.js";
import {finishWarehouse} from "./finishWarehouse.js";
import {layFoundation} from "./foundation.js";
import {loadTime} from "./loadTime.js";
import {withLock} from "./lock.js";
import {publish} from "./publish.js";
import {copyPublished, isReusable, reuseWarehouse} from "./reuseWarehouse.js";
import {forgetRollback} from "./rollbackMark.js";
import {buildOptions, removeScratches} from "./scratches.js";
import {type SourceFolder, sourceFolder} from "./sourceFolder.js";
import {sweep} from "./sweep.js";
import {Stopwatch, type OnStep, type TimedStep} from "./stopwatch.js";

/** What a build did. */
export interface BuildResult {
  buildId: string;
  isSample: boolean;
  recordCount: number;
  organizationCount: number;
  checks: CheckResult[];
  steps: TimedStep[];
  /** From the sources to a checked warehouse, without the analyses. */
  loadMs: number;
  durationMs: number;
}

export interface BuildOptions {
  onStep?: OnStep;
  now?: Date;
  /** Lets a build start from the analyses of the published warehouse where only marts, views or checks have changed. */
  mayReuse?: boolean;
  /** Called with the checked candidate; where it throws, nothing is published. */
  beforePublish?: (candidate: Warehouse) => Promise<void>;
}

/**
 * Builds a warehouse from the sources beside the published one, checks it, and publishes it by rename.
 * If any step throws or any error-level check fails, the published warehouse is untouched.
 */
export async function build(config: Config, options: BuildOptions = {}): Promise<BuildResult> {
  mkdirSync(config.state, {recursive: true});
  return withLock(config, () => {
    sweep(config);
    return buildCandidate(config, options);
  }).catch((error: unknown) => {
    throw explainResource(error, config);
  });
}

async function buildCandidate(config: Config, options: BuildOptions): Promise<BuildResult> {
  const watch = new Stopwatch(options.onStep);
  const sources = await watch.time("prepare sources", () => sourceFolder(config));
  const inputs = await watch.time("fingerprint", () => buildInputs(config, sources.folder));
  const isReused = options.mayReuse === true && (await isReusable(config, inputs));
  const candidate = join(config.state, `candidate-${process.pid}.duckdb`);
  try {
    if (isReused) copyPublished(config, candidate);
    else await watch.time("foundation", () => layFoundation(candidate, config, inputs));
    const warehouse = await Warehouse.open(candidate, buildOptions(config, sources.folder));
    const result = await work(warehouse, {config, options, sources, inputs, isReused, watch}).finally(() =>
      warehouse.close()
    );
    await watch.time("publish", async () => publish(config, candidate));
    forgetRollback(config);
    return {...result, steps: watch.steps, loadMs: loadTime(watch.steps), durationMs: watch.elapsedMs()};
  } finally {
    for (const path of [candidate, `${candidate}.wal`]) rmSync(path, {force: true});
    removeScratches(config);
  }
}

interface Work {
  config: Config;
  options: BuildOptions;
  sources: SourceFolder;
  inputs: BuildInputs;
  isReused: boolean;
  watch: Stopwatch;
}

/** The whole flow on the candidate: from sources, or from the analyses of the published warehouse, to checked marts. */
async function work(
  warehouse: Warehouse,
  {config, options: {now = new Date(), beforePublish}, sources, inputs, isReused, watch}: Work
) {
  const facts = {fingerprint: combinedFingerprint(inputs), now, isSample: sources.isSample};
  if (isReused) await watch.time("reuse", () => reuseWarehouse(warehouse, facts));
  else await fillWarehouse(warehouse, config, {sources, facts, watch});
  const findings = await finishWarehouse(warehouse, config, {inputs, watch});
  const counts = await countRows(warehouse);
  await beforePublish?.(warehouse);
  return {
    buildId: facts.fingerprint.slice(0, 12),
    isSample: sources.isSample,
    ...counts,
    checks: findings.map(withoutRows)
  };
}

async function countRows(warehouse: Warehouse) {
  const [counts] = await warehouse.rows<Pick<BuildResult, "recordCount" | "organizationCount">>(
    `select
      (select coalesce(sum(read_count), 0)::integer from meta.source_files) as "recordCount",
      (select count(*)::integer from main.organizations) as "organizationCount"`
  );
  return counts!;
}

/** Leaves the rows out: they are in meta.check_failures. */
function withoutRows({rows: _, ...result}: CheckFinding): CheckResult {
  return result;
}
