import type {StepName, UpdateSettings} from "../../config/updateSettings.js";
import type {Outcome, RunStatus, UpdateRun} from "../../pipeline/updateLog.js";
import {dueDate} from "./dueDate.js";

export interface Plan {
  due: StepName[];
  skipped: Outcome[];
}

/**
 * Divides the steps asked for into those that are due and those that are skipped: with the date from which they
 * are due, or because nothing is configured to be fetched. The network analysis needs no source of its own.
 */
export function planSteps(
  steps: readonly StepName[],
  {sources}: UpdateSettings,
  {runs, now, force}: {runs: UpdateRun[]; now: Date; force: boolean}
): Plan {
  const plan: Plan = {due: [], skipped: []};
  for (const step of steps) {
    const due = dueDate(step, runs);
    const isFed = step === "network-analysis" || sources.some((source) => source.step === step);
    if (!isFed)
      plan.skipped.push(
        outcomeOf(
          step,
          "skipped",
          `no source is configured for ${step}; add one to update.sources in workbench.json`
        )
      );
    else if (!force && due && due > now)
      plan.skipped.push(outcomeOf(step, "skipped", `not due before ${due.toISOString().slice(0, 10)}`));
    else plan.due.push(step);
  }
  return plan;
}

/** Returns the outcome of a step that compared no records. */
export function outcomeOf(step: string, status: RunStatus, reason: string | null): Outcome {
  return {step, source: null, status, added: null, changed: null, removed: null, unchanged: null, reason};
}
