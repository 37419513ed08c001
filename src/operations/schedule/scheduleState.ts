import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../../config.js";

/** What the schedule remembers of a job. */
export interface JobState {
  /** The scheduled instant that was dealt with last, ISO 8601; for a new job, when it was first seen. */
  doneUntil: string;
  startedAt: string | null;
  finishedAt: string | null;
  exitCode: number | null;
}

export type ScheduleState = Record<string, JobState>;

/** Returns what the schedule remembers, by the names of jobs. */
export function readScheduleState({state}: Pick<Config, "state">): ScheduleState {
  const path = join(state, "schedule.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ScheduleState) : {};
}

/** Replaces what the schedule remembers, by rename. */
export function writeScheduleState({state}: Pick<Config, "state">, jobs: ScheduleState): void {
  mkdirSync(state, {recursive: true});
  const path = join(state, "schedule.json");
  writeFileSync(`${path}.part`, `${JSON.stringify(jobs, null, 2)}\n`, {flush: true});
  renameSync(`${path}.part`, path);
}
