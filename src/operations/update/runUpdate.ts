import {mkdirSync} from "node:fs";
import {setTimeout as wait} from "node:timers/promises";
import type {Config} from "../../config.js";
import {STEP_NAMES, type StepName, type UpdateSettings} from "../../config/updateSettings.js";
import {messageOf, UserError} from "../../error.js";
import {withLock} from "../../pipeline/lock.js";
import {appendUpdateLog, type RunEnd, type RunStart, type UpdateRun} from "../../pipeline/updateLog.js";
import {FetchFailure} from "./fetchSources.js";
import type {FetchEffects} from "./fetchSource.js";
import {outcomeOf, type Plan, planSteps} from "./planSteps.js";
import {publishUpdate} from "./publishUpdate.js";
import {settleInterrupted} from "./settleInterrupted.js";

export interface UpdateOptions {
  steps?: readonly StepName[];
  /** Runs steps that are not due, and publishes what was rolled back or is the same. */
  force?: boolean;
  /** Takes copies that have lost many of their records. */
  acceptSmaller?: boolean;
  /** Who runs it. */
  actor: string;
  /** Why, in the operator’s words. */
  reason?: string | null;
  /** The folder of snapshots to refresh; null to leave them. */
  snapshots: string | null;
  onStep?: (label: string) => void;
}

const WORLD: FetchEffects = {now: () => new Date(), sleep: (ms) => wait(ms), env: process.env};

/**
 * Brings the directory up to date: fetches the sources of the steps that are due, builds and checks a candidate,
 * compares it with the published warehouse, publishes it, refreshes the snapshots and logs the run. Any failure
 * before publication leaves the warehouse, the source folder and the snapshots as they were. Returns the run,
 * whose status says how it ended; throws only for a mistake in the configuration or while another update runs.
 */
export async function runUpdate(
  config: Config,
  settings: UpdateSettings,
  options: UpdateOptions,
  effects: FetchEffects = WORLD
): Promise<UpdateRun> {
  mkdirSync(config.state, {recursive: true});
  return withLock(config, () => run(config, settings, options, effects), {name: "update", waitMs: 0});
}

async function run(
  config: Config,
  settings: UpdateSettings,
  options: UpdateOptions,
  effects: FetchEffects
): Promise<UpdateRun> {
  const {steps = STEP_NAMES, actor, reason = null, force = false} = options;
  const now = effects.now();
  const plan = planSteps(steps, settings, {runs: await settleInterrupted(config), now, force});
  const runId = now.toISOString().replace(/[-:.]/g, "");
  const start: RunStart = {runId, startedAt: now.toISOString(), actor, reason, steps: plan.due};
  if (plan.due.length === 0) return {...start, ...skipped(start, plan, now)};
  await appendUpdateLog(config, {event: "started", ...start});
  const end = await publishUpdate(config, {settings, options, plan, start}, effects).catch(
    (error: unknown) => {
      if (error instanceof UserError) return failed(start, plan, {error, now: effects.now()});
      throw error;
    }
  );
  await appendUpdateLog(config, {event: "finished", ...end});
  return {...start, ...end};
}

/** A run that had nothing to do is not logged: it would bury the others. */
function skipped({runId}: RunStart, {skipped: outcomes}: Plan, now: Date): RunEnd {
  return {
    runId,
    finishedAt: now.toISOString(),
    status: "skipped",
    buildId: null,
    outcomes,
    fetches: [],
    warnings: []
  };
}

function failed(
  {runId}: RunStart,
  {due, skipped: rest}: Plan,
  {error, now}: {error: UserError; now: Date}
): RunEnd {
  const fetches = error instanceof FetchFailure ? error.outcomes : [];
  const reasonOf = (step: string) => {
    const own = fetches.filter((fetch) => fetch.step === step && fetch.status === "failed");
    if (own.length > 0) return own.map(({reason}) => reason).join("; ");
    return fetches.length > 0 ? "stopped, as a source of another step failed" : messageOf(error);
  };
  return {
    runId,
    finishedAt: now.toISOString(),
    status: "failed",
    buildId: null,
    outcomes: [...due.map((step) => outcomeOf(step, "failed", reasonOf(step))), ...rest],
    fetches,
    warnings: []
  };
}
