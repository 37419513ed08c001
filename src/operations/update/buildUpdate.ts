import {existsSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type Config, warehousePath} from "../../config.js";
import {build} from "../../pipeline/build.js";
import {recordUpdateHistory} from "../../pipeline/recordUpdateHistory.js";
import {readUpdateLog, type Outcome, type RunEnd} from "../../pipeline/updateLog.js";
import {writeAllSnapshots} from "../../snapshots/writeAllSnapshots.js";
import type {Warehouse} from "../../warehouse/open.js";
import {createBackup} from "../backup/createBackup.js";
import {listBackups} from "../backup/listBackups.js";
import {afterPublish} from "./afterPublish.js";
import {countedOutcomes} from "./countedOutcomes.js";
import type {FetchEffects} from "./fetchSource.js";
import {outcomeOf} from "./planSteps.js";
import {publishedBuild} from "./publishedBuild.js";
import type {SuppliedUpdate} from "./publishUpdate.js";
import {installSources} from "./stageSources.js";

/**
 * Backs up what is published, builds a candidate from the staged sources, and publishes it together with the
 * sources once it has passed its checks and every snapshot could be written from it. Returns how the run ended;
 * where it throws, warehouse, sources and snapshots are as before.
 */
export async function buildUpdate(
  config: Config,
  update: SuppliedUpdate,
  effects: FetchEffects
): Promise<RunEnd> {
  const {options, staged} = update;
  options.onStep?.("backup");
  await backUpPublished(config, effects.now());
  const end: Omit<RunEnd, "finishedAt" | "outcomes" | "buildId"> = {
    runId: update.start.runId,
    status: "published",
    fetches: update.supplies.map(({outcome}) => outcome),
    warnings: []
  };
  let finished: RunEnd | undefined;
  let putBack: (() => Promise<void>) | undefined;
  const beforePublish = async (candidate: Warehouse) => {
    const outcomes = await outcomesOf(candidate, update);
    const [built] = await candidate.rows<{build_id: string}>("select build_id from meta.builds");
    finished = {...end, finishedAt: effects.now().toISOString(), buildId: built!.build_id, outcomes};
    await recordEnd(candidate, config, finished);
    options.onStep?.("snapshots");
    await rehearseSnapshots(candidate, config);
    putBack = await installSources(config, update.supplies);
  };
  try {
    await build(staged, {now: effects.now(), onStep: options.onStep, beforePublish});
  } catch (error) {
    await putBack?.();
    throw error;
  }
  return {...finished!, warnings: await afterPublish(config, options.snapshots, effects.now())};
}

/** A backup of this very build, such as the one after the last update, will do. */
async function backUpPublished(config: Config, now: Date): Promise<void> {
  const published = await publishedBuild(config);
  if (!published) return;
  const {backups} = await listBackups(config);
  if (!backups.some(({fingerprint}) => fingerprint === published.fingerprint))
    await createBackup(config, {type: "monthly", now});
}

async function outcomesOf(
  candidate: Warehouse,
  {plan, supplies, isSame}: SuppliedUpdate
): Promise<Outcome[]> {
  if (isSame) {
    const reason = "built again from the same sources by the same program";
    return [...plan.due.map((step) => outcomeOf(step, "published", reason)), ...plan.skipped];
  }
  const fetches = supplies.map(({outcome}) => outcome);
  return [...(await countedOutcomes(candidate, plan.due, fetches)), ...plan.skipped];
}

/** The row says “published”: it can only be read where the candidate has been. */
async function recordEnd(candidate: Warehouse, config: Config, end: RunEnd): Promise<void> {
  const runs = readUpdateLog(config).map((run) => (run.runId === end.runId ? {...run, ...end} : run));
  await recordUpdateHistory(candidate, runs, warehousePath(config));
}

async function rehearseSnapshots(candidate: Warehouse, {state}: Config): Promise<void> {
  const folder = join(state, "rehearsed-snapshots");
  try {
    if (existsSync("data-loaders")) await writeAllSnapshots(candidate, folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
