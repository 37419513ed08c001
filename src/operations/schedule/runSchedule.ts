import type {Config} from "../../config.js";
import type {ScheduleSettings} from "../../config/scheduleSettings.js";
import {withLock} from "../../pipeline/lock.js";
import {dueJobs, type DueJob, upcomingJobs} from "./dueJobs.js";
import {readScheduleState, type ScheduleState, writeScheduleState} from "./scheduleState.js";

/** The world as the schedule sees it. */
export interface ScheduleEffects {
  now: () => Date;
  /** Waits, or returns early once the schedule is told to stop. */
  sleep: (ms: number) => Promise<void>;
  isStopped: () => boolean;
  /** Runs one command line of the workbench and returns its exit code. */
  runCommand: (line: string) => Promise<number>;
  log: (line: string) => void;
}

/** A suspended machine or a clock that is set must not make the schedule oversleep by more than this. */
const LONGEST_SLEEP_MS = 60_000;

/**
 * Runs the jobs whose time has come, one after another, and returns how many of them failed. A job that was
 * missed is made up for by one run; a job seen for the first time waits for its next time.
 */
export async function runDueJobs(
  config: Config,
  settings: ScheduleSettings,
  effects: ScheduleEffects
): Promise<number> {
  return withLock(config, () => runThoseDue(config, settings, effects), {name: "schedule", waitMs: 0});
}

/** Runs jobs at their times until it is told to stop; a job that is running then is waited for. */
export async function runSchedule(
  config: Config,
  settings: ScheduleSettings,
  effects: ScheduleEffects
): Promise<void> {
  await withLock(config, () => loop(config, settings, effects), {name: "schedule", waitMs: 0});
}

async function loop(config: Config, settings: ScheduleSettings, effects: ScheduleEffects): Promise<void> {
  const noCatchUp = new Set(settings.jobs.filter(({catchesUp}) => !catchesUp).map(({name}) => name));
  writeScheduleState(config, known(config, settings, effects.now(), noCatchUp));
  while (!effects.isStopped()) {
    await runThoseDue(config, settings, effects);
    const [next] = upcomingJobs(settings, readScheduleState(config));
    const wait = next ? next.scheduledAt.getTime() - effects.now().getTime() : LONGEST_SLEEP_MS;
    if (!effects.isStopped()) await effects.sleep(Math.min(LONGEST_SLEEP_MS, Math.max(0, wait)));
  }
}

async function runThoseDue(
  config: Config,
  settings: ScheduleSettings,
  effects: ScheduleEffects
): Promise<number> {
  const now = effects.now();
  if (settings.jobs.some(({name}) => !(name in readScheduleState(config))))
    writeScheduleState(config, known(config, settings, now));
  let failures = 0;
  for (const due of dueJobs(settings, readScheduleState(config), now)) {
    if (effects.isStopped()) break;
    if (!(await runJob(config, due, effects))) failures++;
  }
  return failures;
}

/** The state is written before the job runs: one that kills the machine is not started over and over. */
async function runJob(
  config: Config,
  {job, scheduledAt}: DueJob,
  effects: ScheduleEffects
): Promise<boolean> {
  const startedAt = effects.now().toISOString();
  remember(config, job.name, {doneUntil: startedAt, startedAt, finishedAt: null, exitCode: null});
  let exitCode = 0;
  for (const line of job.run) {
    effects.log(`${job.name} (for ${scheduledAt.toISOString()}): workbench ${line}`);
    exitCode = await effects.runCommand(line);
    if (exitCode !== 0) break;
  }
  const finishedAt = effects.now().toISOString();
  remember(config, job.name, {doneUntil: startedAt, startedAt, finishedAt, exitCode});
  effects.log(`${job.name}: ${exitCode === 0 ? "done" : `failed with exit code ${exitCode}`}`);
  return exitCode === 0;
}

function remember(config: Config, name: string, job: ScheduleState[string]): void {
  writeScheduleState(config, {...readScheduleState(config), [name]: job});
}

/** Returns the state with an entry for each job, so that the downtime of a new one begins now. */
function known(
  config: Config,
  {jobs}: ScheduleSettings,
  now: Date,
  forgetful: Set<string> = new Set()
): ScheduleState {
  const state = readScheduleState(config);
  const never = {startedAt: null, finishedAt: null, exitCode: null};
  const doneUntil = now.toISOString();
  return Object.fromEntries(
    jobs.map(({name}) => {
      const entry = state[name] ?? {...never, doneUntil};
      return [name, forgetful.has(name) ? {...entry, doneUntil} : entry];
    })
  );
}
