import type {StepName} from "../../config/updateSettings.js";
import type {UpdateRun} from "../../pipeline/updateLog.js";

/** How many calendar months (UTC) a step’s period has, and which sources of the directory it brings up to date. */
export const STEPS: Record<StepName, {months: 1 | 3; organizationTypes: string[]}> = {
  "oxford-vacancies": {months: 1, organizationTypes: ["oxford_houses"]},
  "samhsa-quarterly": {months: 3, organizationTypes: ["treatment_centers"]},
  "network-analysis": {months: 1, organizationTypes: ["narr_residences", "rccs", "rcos"]}
};

/**
 * Returns the instant from which a step is due: the start of the calendar month or quarter (UTC) after the one
 * in which it last succeeded, so that a late run does not push all later ones back. Null where it never has.
 */
export function dueDate(step: StepName, runs: UpdateRun[]): Date | null {
  const success = runs.findLast(({outcomes}) =>
    outcomes.some((outcome) => outcome.step === step && ["published", "unchanged"].includes(outcome.status))
  );
  if (!success) return null;
  const {months} = STEPS[step];
  const last = new Date(success.startedAt);
  const period = Math.floor(last.getUTCMonth() / months) + 1;
  return new Date(Date.UTC(last.getUTCFullYear(), period * months, 1));
}
