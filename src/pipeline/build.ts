import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {CheckFinding, CheckResult} from "../checks/checkResult.js";
import type {Config} from "../config.js";
import {Warehouse} from "../warehouse/open.js";
import {analysesOf} from "./analyzeWarehouse.js";
import {BuildParts, type PartOptions, removeParts} from "./buildParts.js";
import {explainResource} from "./explainResource.js";
import {type BuildInputs, buildInputs, combinedFingerprint} from "./fingerprint.js";
import {finishWarehouse} from "./finishWarehouse.js";
import {layFoundation} from "./foundation.js";
import {loadTime} from "./loadTime.js";
import {loadWarehouse} from "./loadWarehouse.js";
import {withLock} from "./lock.js";
import {publish} from "./publish.js";
import {copyPublished, isReusable, recordAnew, type ReuseOfBuild, reuseWarehouse} from "./reuseWarehouse.js";
import type {BuildFacts} from "./recordBuild.js";
import {forgetRollback} from "./rollbackMark.js";
import {attachScratches, buildOptions, removeScratches} from "./scratches.js";
import {type SourceFolder, sourceFolder} from "./sourceFolder.js";
import {sweep} from "./sweep.js";
import {Stopwatch, type OnRows, type OnStep, type TimedStep} from "./stopwatch.js";

/** What a build did. */
export interface BuildResult {
  buildId: string;
  isSample: boolean;
  /** False where the build was to end before all its steps. */
  isPublished: boolean;
  recordCount: number;
  organizationCount: number;
  checks: CheckResult[];
  steps: TimedStep[];
  /** From the sources to a checked warehouse, without the analyses. */
  loadMs: number;
  durationMs: number;
  /** What it made anew, where it started from the published warehouse. */
  reuse?: ReuseOfBuild;
}

export interface BuildOptions {
  onStep?: OnStep;
  now?: Date;
  /** Lets a build start from the analyses of the published warehouse where only marts, views or checks have changed. */
  mayReuse?: boolean;
  /** Keeps what the analyses begin with, counts the rows of each step, and can run a part of the build: see BuildParts. */
  parts?: PartOptions & {onRows?: OnRows};
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
  const parts = options.parts && new BuildParts(config, candidate, options.parts);
  try {
    const isContinued = parts?.goOn({inputs, isSample: sources.isSample}) ?? false;
    if (isReused) copyPublished(config, candidate);
    else if (!isContinued) await watch.time("foundation", () => layFoundation(candidate, config, inputs));
    // In parts, one statement at a time, so that the rows that it adds are those of its step.
    const open = {...buildOptions(config, sources.folder), ...(parts && {lanes: 1})};
    const warehouse = await Warehouse.open(candidate, open);
    const origin = isReused ? "published" : isContinued ? "parts" : "sources";
    const result = await work(warehouse, {config, options, sources, inputs, origin, parts, watch}).finally(
      () => warehouse.close()
    );
    if (result.isPublished) {
      await watch.time("publish", async () => publish(config, candidate));
      forgetRollback(config);
      if (!parts) removeParts(config);
    }
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
  /** What the candidate was made from. */
  origin: "sources" | "parts" | "published";
  parts: BuildParts | undefined;
  watch: Stopwatch;
}

/** The whole flow on the candidate: from sources, or from the analyses of the published warehouse, to checked marts. */
async function work(warehouse: Warehouse, made: Work) {
  const {config, options, sources, watch} = made;
  // Parts of generated data may be of another version of the program: no build of this one, and none to begin with.
  const isMixed = made.origin === "parts" && sources.isSample;
  const inputs = isMixed ? {...made.inputs, code: `${made.inputs.code}, in parts`} : made.inputs;
  const {now = new Date(), beforePublish, parts} = options;
  const facts = {fingerprint: combinedFingerprint(inputs), now, isSample: sources.isSample};
  if (parts) await watch.countRows(warehouse, parts.onRows ?? (() => {}));
  const isReused = made.origin === "published";
  const reused = isReused ? await watch.time("reuse", () => reuseWarehouse(warehouse, facts)) : undefined;
  const isWhole = isReused || (await fill(warehouse, facts, made));
  const findings = isWhole ? await finishWarehouse(warehouse, config, {inputs, watch, reused}) : [];
  const counts = await countRows(warehouse);
  if (isWhole) await beforePublish?.(warehouse);
  watch.stopCounting();
  return {
    buildId: facts.fingerprint.slice(0, 12),
    isSample: sources.isSample,
    isPublished: isWhole,
    ...counts,
    checks: findings.map(withoutRows),
    ...(reused && {reuse: {from: reused.from, to: reused.to, remade: reused.remade}})
  };
}

/** Brings the candidate from the sources to where its analyses are done; returns false where the build was to end before that. */
async function fill(
  warehouse: Warehouse,
  facts: Omit<BuildFacts, "archive">,
  {config, sources, inputs, origin, parts, watch}: Work
): Promise<boolean> {
  await attachScratches(warehouse, config, sources.folder);
  if (origin === "parts") await recordAnew(warehouse, facts);
  else await loadWarehouse(warehouse, config, {sources, facts, watch});
  for (const {step, run} of analysesOf(warehouse, config, sources)) {
    if (parts?.isBehind(step)) continue;
    if (parts && !(await parts.reach(step, {warehouse, watch, inputs}))) return false;
    await watch.time(step, run);
  }
  return !parts || (await parts.reach("history", {warehouse, watch, inputs}));
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
