import {rmSync} from "node:fs";
import type {Config} from "../../config.js";
import type {UpdateSettings} from "../../config/updateSettings.js";
import {UserError} from "../../error.js";
import {fingerprintOf} from "../../pipeline/fingerprint.js";
import {rolledBackFrom} from "../../pipeline/rollbackMark.js";
import {sourceFolder} from "../../pipeline/sourceFolder.js";
import type {RunEnd, RunStart} from "../../pipeline/updateLog.js";
import {buildUpdate} from "./buildUpdate.js";
import type {FetchEffects} from "./fetchSource.js";
import {assertSupplied, fetchSources, type Supply} from "./fetchSources.js";
import {outcomeOf, type Plan} from "./planSteps.js";
import {publishedBuild} from "./publishedBuild.js";
import type {UpdateOptions} from "./runUpdate.js";
import {stageSources} from "./stageSources.js";

/** An update on its way: what is configured, asked for and due, and how it is logged. */
export interface Update {
  settings: UpdateSettings;
  options: UpdateOptions;
  plan: Plan;
  start: RunStart;
}

/** An update whose sources are there. */
export interface SuppliedUpdate extends Update {
  supplies: Supply[];
  /** The configuration with the staged sources in place of the source folder. */
  staged: Config;
  /** Whether the build would be the published one over again. */
  isSame: boolean;
}

/** Carries out the steps that are due and returns how the run ended. Throws a UserError where nothing was published. */
export async function publishUpdate(config: Config, update: Update, effects: FetchEffects): Promise<RunEnd> {
  const {settings, options, plan} = update;
  const supplies = await fetchSources(
    config,
    settings.sources.filter(({step}) => plan.due.includes(step)),
    {
      limits: settings.limits,
      acceptSmaller: options.acceptSmaller ?? false,
      onSource: (name) => options.onStep?.(`fetch ${name}`)
    },
    effects
  );
  assertSupplied(supplies, settings.whenSourceFails);
  const hasCopies = supplies.some(({copy}) => copy);
  const staged = hasCopies ? {...config, sources: await stageSources(config, supplies)} : config;
  try {
    return await buildIfNew(config, {...update, supplies, staged}, effects);
  } finally {
    if (hasCopies) rmSync(staged.sources!, {recursive: true, force: true});
  }
}

async function buildIfNew(
  config: Config,
  update: Omit<SuppliedUpdate, "isSame">,
  effects: FetchEffects
): Promise<RunEnd> {
  const {staged, options, supplies, plan, start} = update;
  const fingerprint = await fingerprintOf(staged, (await sourceFolder(staged)).folder);
  const published = await publishedBuild(config);
  const isSame = fingerprint === published?.fingerprint;
  if (!options.force && fingerprint === rolledBackFrom(config))
    throw new UserError(
      "these sources and this program were rolled back; wait for a source to change, mend the program, or pass --force"
    );
  if (options.force || !isSame) return buildUpdate(config, {...update, isSame}, effects);
  return {
    runId: start.runId,
    finishedAt: effects.now().toISOString(),
    status: "unchanged",
    buildId: published!.buildId,
    outcomes: [
      ...plan.due.map((step) => outcomeOf(step, "unchanged", "neither a source nor the program has changed")),
      ...plan.skipped
    ],
    fetches: supplies.map(({outcome}) => outcome),
    warnings: []
  };
}
