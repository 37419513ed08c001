import {readUpdateSettings, STEP_NAMES, type StepName} from "../../config/updateSettings.js";
import {UserError} from "../../error.js";
import {actor} from "../../operations/actor.js";
import {runUpdate} from "../../operations/update/runUpdate.js";
import type {Outcome, UpdateRun} from "../../pipeline/updateLog.js";
import {sitePaths, snapshotFolder} from "../../site/sitePaths.js";
import type {Command} from "../command.js";
import type {Output} from "../output.js";

export const command: Command = {
  summary: "Fetch the sources that are due, build, check, compare and publish.",
  usage: ["update [STEP] [--force] [--reason TEXT] [--accept-smaller] [--json]"],
  details:
    `Steps: ${STEP_NAMES.join(", ")}; all of them unless one is named. A step is due once a month or quarter;\n` +
    "one that is not is skipped and says when it is. Sources are configured in workbench.json, section “update”.\n" +
    "A failure leaves the published warehouse, the source folder and the site as they were, and exits with 1.",
  positionals: 1,
  options: {
    force: {
      type: "boolean",
      description: "run steps that are not due, and publish what was rolled back or is the same"
    },
    reason: {type: "string", description: "why, for the history"},
    "accept-smaller": {type: "boolean", description: "take copies that have lost many of their records"},
    json: {type: "boolean", description: "print one JSON object instead of text"}
  },
  async run({values, positionals, config, output}) {
    const run = await runUpdate(config, readUpdateSettings(), {
      steps: positionals[0] === undefined ? undefined : [stepOf(positionals[0])],
      force: values.force === true,
      acceptSmaller: values["accept-smaller"] === true,
      actor: actor(),
      reason: (values.reason as string | undefined) ?? null,
      snapshots: snapshotFolder(sitePaths()),
      onStep: (label) => output.progress(label)
    });
    output.done();
    if (values.json) output.json(run);
    else print(run, output);
    return run.status === "failed" || run.warnings.length > 0 ? 1 : 0;
  }
};

function stepOf(text: string): StepName {
  const step = STEP_NAMES.find((name) => name === text);
  if (step) return step;
  throw new UserError(`unknown step: ${text}; choose one of ${STEP_NAMES.join(", ")}`, {exitCode: 2});
}

function print({status, buildId, outcomes, fetches, warnings}: UpdateRun, output: Output): void {
  for (const {name, status: fetched, recordCount, reason} of fetches)
    output.line(
      `  ${name}: ${fetched}${recordCount === null ? "" : `, ${recordCount} records`}${reason ? `; ${reason}` : ""}`
    );
  for (const outcome of outcomes) output.line(`  ${outcome.step}: ${describe(outcome)}`);
  for (const warning of warnings) output.line(`  warning: ${warning}`);
  if (status === "published")
    output.line(`published build ${buildId}; workbench history --note tells what changed`);
  else if (status === "failed")
    output.line("failed; the published warehouse, the sources and the site are as they were");
  else output.line(status === "unchanged" ? "nothing has changed; nothing to publish" : "nothing is due");
}

function describe({source, status, added, changed, removed, unchanged, reason}: Outcome): string {
  const counts =
    source === null
      ? ""
      : ` ${source}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`;
  return `${status}${counts}${reason ? `; ${reason}` : ""}`;
}
