import {Cron} from "croner";
import {messageOf, UserError} from "../error.js";
import {readSettingsFile, settingsObject, settingsText} from "./settingsFile.js";

/** Something that is to be done again and again. */
export interface Job {
  name: string;
  /** A cron expression of five fields: minute, hour, day of the month, month, day of the week. */
  cron: string;
  /** Command lines without “workbench”, run one after another until one fails. */
  run: string[];
  /** Whether a time that was missed while nothing ran is made up for, once. */
  catchesUp: boolean;
}

export interface ScheduleSettings {
  /** IANA time zone in which the expressions are read. */
  timezone: string;
  jobs: Job[];
}

/** The plan’s daily, weekly and monthly tasks; quarterly sources are fetched by the monthly update when due. */
const JOBS: Record<string, {cron: string; run: string[]}> = {
  daily: {cron: "30 2 * * *", run: ["backup create --type daily", "validate"]},
  weekly: {cron: "30 3 * * 0", run: ["backup create --type weekly", "backup prune"]},
  monthly: {cron: "30 4 2 * *", run: ["update --reason scheduled", "build"]}
};

/** Reads the `schedule` section of workbench.json; its jobs take the place of the built-in ones. */
export function readScheduleSettings(folder = "."): ScheduleSettings {
  const schedule = settingsObject(readSettingsFile(folder).schedule ?? {}, "schedule", ["timezone", "jobs"]);
  const timezone =
    schedule.timezone === undefined ? "UTC" : settingsText(schedule.timezone, "schedule.timezone");
  const jobs = Object.entries(settingsObject(schedule.jobs ?? JOBS, "schedule.jobs"));
  return {timezone, jobs: jobs.map(([name, value]) => job(name, value, timezone))};
}

function job(name: string, value: unknown, timezone: string): Job {
  const place = `schedule.jobs.${name}`;
  const settings = settingsObject(value, place, ["cron", "run", "catch_up"]);
  const {run, catch_up = true} = settings;
  if (!Array.isArray(run) || run.length === 0)
    throw new UserError(`${place}.run must be a list of command lines, such as ["update", "build"]`);
  if (typeof catch_up !== "boolean") throw new UserError(`${place}.catch_up must be true or false`);
  const cron = settingsText(settings.cron, `${place}.cron`);
  try {
    new Cron(cron, {timezone, paused: true, mode: "5-part"}).nextRun();
  } catch (error) {
    throw new UserError(
      `${place}.cron is not a cron expression: ${cron} (${timezone}): ${messageOf(error)}`,
      {
        cause: error
      }
    );
  }
  return {
    name,
    cron,
    run: run.map((line, i) => settingsText(line, `${place}.run[${i}]`)),
    catchesUp: catch_up
  };
}
