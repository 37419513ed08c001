import type {StepName} from "../../config/updateSettings.js";
import type {FetchOutcome, Outcome} from "../../pipeline/updateLog.js";
import type {Warehouse} from "../../warehouse/open.js";
import {STEPS} from "./dueDate.js";
import {outcomeOf} from "./planSteps.js";

interface Count {
  organization_type: string;
  added_count: number;
  changed_count: number;
  removed_count: number;
  unchanged_count: number;
}

/**
 * Returns what each step changed, by the comparison that the candidate holds: one outcome for each source of a
 * step, and one of the step “build” for each other source with a change. Without an earlier build there is
 * nothing to compare, and each step has one outcome without counts.
 */
export async function countedOutcomes(
  candidate: Warehouse,
  steps: StepName[],
  fetches: FetchOutcome[]
): Promise<Outcome[]> {
  const counts = await candidate.rows<Count>(
    `select organization_type, added_count, changed_count, removed_count, unchanged_count
    from meta.change_counts
    order by organization_type`
  );
  const ofSteps = steps.flatMap((step) => {
    const reason = oldCopies(step, fetches);
    const own = counts.filter(({organization_type}) =>
      STEPS[step].organizationTypes.includes(organization_type)
    );
    return own.length
      ? own.map((count) => counted(step, count, reason))
      : [outcomeOf(step, "published", reason)];
  });
  const covered = new Set(steps.flatMap((step) => STEPS[step].organizationTypes));
  const others = counts.filter(
    ({organization_type, added_count, changed_count, removed_count}) =>
      !covered.has(organization_type) && added_count + changed_count + removed_count > 0
  );
  return [...ofSteps, ...others.map((count) => counted("build", count, null))];
}

function counted(step: string, count: Count, reason: string | null): Outcome {
  return {
    step,
    source: count.organization_type,
    status: "published",
    added: count.added_count,
    changed: count.changed_count,
    removed: count.removed_count,
    unchanged: count.unchanged_count,
    reason
  };
}

function oldCopies(step: string, fetches: FetchOutcome[]): string | null {
  const failed = fetches.filter((fetch) => fetch.step === step && fetch.status === "failed");
  return failed.length ? `went on with an old copy: ${failed.map(({reason}) => reason).join("; ")}` : null;
}
