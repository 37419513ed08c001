import {Cron} from "croner";
import type {Job, ScheduleSettings} from "../../config/scheduleSettings.js";
import type {ScheduleState} from "./scheduleState.js";

/** A job and the first instant for which it has not run yet. */
export interface DueJob {
  job: Job;
  scheduledAt: Date;
}

/** Returns the first scheduled instant of a job after the given one; null where there is none. */
export function nextRun({cron}: Job, timezone: string, after: Date): Date | null {
  return new Cron(cron, {timezone, paused: true, mode: "5-part"}).nextRun(after);
}

/**
 * Returns what comes next: for each job the first instant after the one it was dealt with last, earliest first,
 * past ones included. A job that was missed several times comes once.
 */
export function upcomingJobs({jobs, timezone}: ScheduleSettings, state: ScheduleState): DueJob[] {
  return jobs
    .flatMap((job) => {
      const doneUntil = state[job.name]?.doneUntil;
      const scheduledAt = doneUntil === undefined ? null : nextRun(job, timezone, new Date(doneUntil));
      return scheduledAt ? [{job, scheduledAt}] : [];
    })
    .sort((a, b) => a.scheduledAt.getTime() - b.scheduledAt.getTime() || (a.job.name < b.job.name ? -1 : 1));
}

/** Returns the jobs whose time has come, earliest first. */
export function dueJobs(settings: ScheduleSettings, state: ScheduleState, now: Date): DueJob[] {
  return upcomingJobs(settings, state).filter(({scheduledAt}) => scheduledAt <= now);
}
