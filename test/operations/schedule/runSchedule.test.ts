import {type ChildProcess, spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import type {Config} from "../../../src/config.js";
import {type Job, readScheduleSettings} from "../../../src/config/scheduleSettings.js";
import {words} from "../../../src/operations/schedule/runCommand.js";
import {runDueJobs, runSchedule} from "../../../src/operations/schedule/runSchedule.js";
import {readScheduleState} from "../../../src/operations/schedule/scheduleState.js";
import {withLock} from "../../../src/pipeline/lock.js";

let config: Config;
let clock: number;
let ran: string[];
beforeEach(() => {
  config = {
    sources: null,
    state: mkdtempSync(join(tmpdir(), "workbench-schedule-")),
    reference: null,
    database: "production"
  };
  clock = Date.parse("2026-11-01T00:00:00Z");
  ran = [];
});
afterEach(() => rmSync(config.state, {recursive: true}));

const job = (name: string, cron: string, changes: Partial<Job> = {}): Job => ({
  name,
  cron,
  run: [name],
  catchesUp: true,
  ...changes
});
const at = (instant: string) => (clock = Date.parse(instant));
/** Runs take an hour of the clock; a sleep ends when it should. */
const effects = (until = Infinity, exitCode = 0) => ({
  now: () => new Date(clock),
  sleep: async (ms: number) => void (clock += Math.max(1, ms)),
  isStopped: () => clock >= until,
  runCommand: async (line: string) => {
    ran.push(`${new Date(clock).toISOString().slice(5, 16)} ${line}`);
    clock += 3_600_000;
    return exitCode;
  },
  log: () => {}
});
const once = (jobs: Job[], timezone = "UTC", exitCode = 0) =>
  runDueJobs(config, {timezone, jobs}, effects(Infinity, exitCode));

it("jobs run at their times, one after another, for as long as it is not stopped", async () => {
  const jobs = [job("backup", "30 2 * * *"), job("prune", "0 3 * * 0")];
  await runSchedule(config, {timezone: "UTC", jobs}, effects(Date.parse("2026-11-04T00:00:00Z")));
  expect(ran).toEqual([
    "11-01T02:30 backup",
    "11-01T03:30 prune",
    "11-02T02:30 backup",
    "11-03T02:30 backup"
  ]);
});

it("a new job waits for its next time", async () => {
  at("2026-11-01T12:00:00Z");
  await once([job("backup", "30 2 * * *")]);
  expect(ran).toEqual([]);
});

it("what was missed during downtime is made up for by one run, the earliest first", async () => {
  const jobs = [job("daily", "30 2 * * *"), job("monthly", "30 4 2 * *")];
  await once(jobs);
  at("2026-11-05T12:00:00Z");
  await once(jobs);
  expect(ran).toEqual(["11-05T12:00 daily", "11-05T13:00 monthly"]);
  await once(jobs);
  expect(ran).toHaveLength(2);
});

it("a job that does not catch up stays missed", async () => {
  const jobs = [job("report", "30 2 * * *", {catchesUp: false})];
  await once(jobs);
  at("2026-11-05T12:00:00Z");
  await runSchedule(config, {timezone: "UTC", jobs}, effects(Date.parse("2026-11-06T03:00:00Z")));
  expect(ran).toEqual(["11-06T02:30 report"]);
});

it("times that pass while a job runs are not lost and do not overlap it", async () => {
  const jobs = [job("slow", "0,20,40 0 * * *")];
  await runSchedule(config, {timezone: "UTC", jobs}, effects(Date.parse("2026-11-01T06:00:00Z")));
  expect(ran).toEqual(["11-01T00:20 slow", "11-01T01:20 slow"]);
});

it("a command that fails ends its job, not the schedule, and its exit code is remembered", async () => {
  const jobs = [job("daily", "30 2 * * *", {run: ["validate", "backup create"]})];
  await once(jobs);
  at("2026-11-01T03:00:00Z");
  expect(await once(jobs, "UTC", 1)).toBe(1);
  expect(ran).toEqual(["11-01T03:00 validate"]);
  expect(readScheduleState(config).daily).toMatchObject({exitCode: 1, startedAt: "2026-11-01T03:00:00.000Z"});
});

it("an expression is read in its time zone, through the change of the clocks", async () => {
  const jobs = [job("daily", "30 6 * * *")];
  at("2026-10-31T00:00:00Z");
  const until = Date.parse("2026-11-02T12:00:00Z");
  await runSchedule(config, {timezone: "America/New_York", jobs}, effects(until));
  // Daylight saving time ends on 1 November 2026: 06:30 is 10:30 UTC before it and 11:30 after.
  expect(ran).toEqual(["10-31T10:30 daily", "11-01T11:30 daily", "11-02T11:30 daily"]);
});

it("a second schedule of the same state folder is refused", async () => {
  await withLock(config, () => expect(once([])).rejects.toThrow("another schedule is running"), {
    name: "schedule"
  });
});

it("settings have built-in jobs, and name what is wrong", () => {
  const read = (schedule: unknown) => {
    writeFileSync(join(config.state, "workbench.json"), JSON.stringify({schedule}));
    return readScheduleSettings(config.state);
  };
  expect(readScheduleSettings(join(config.state, "none")).jobs.map(({name}) => name)).toEqual([
    "daily",
    "weekly",
    "monthly"
  ]);
  expect(read({jobs: {a: {cron: "0 1 * * *", run: ["status"]}}}).jobs).toEqual([
    job("a", "0 1 * * *", {run: ["status"]})
  ]);
  expect(() => read({jobs: {a: {cron: "61 * * * *", run: ["status"]}}})).toThrow(
    /schedule.jobs.a.cron is not a cron/
  );
  expect(() => read({jobs: {a: {cron: "* * * * * *", run: ["status"]}}})).toThrow(
    /schedule.jobs.a.cron is not a cron/
  );
  expect(() => read({jobs: {a: {cron: "0 1 * * *", run: "status"}}})).toThrow(
    "schedule.jobs.a.run must be a list"
  );
  expect(() => read({timezone: "Mars/Olympus"})).toThrow(/is not a cron expression/);
  expect(() => read({job: {}})).toThrow("unknown setting: schedule.job");
});

it("a command line is split at blanks, quotes held together", () => {
  expect(words('update  --reason "first of the month"')).toEqual([
    "update",
    "--reason",
    "first of the month"
  ]);
});

it("the real command runs what was missed as a process of its own, and ends on SIGTERM", async () => {
  writeFileSync(
    join(config.state, "workbench.json"),
    JSON.stringify({state: config.state, schedule: {jobs: {hello: {cron: "0 0 1 1 *", run: ["help"]}}}})
  );
  const hello = {doneUntil: "2020-01-02T00:00:00Z", startedAt: null, finishedAt: null, exitCode: null};
  writeFileSync(join(config.state, "schedule.json"), JSON.stringify({hello}));
  const child = spawn(process.execPath, [resolve("src/cli/workbench.js"), "schedule"], {
    env: {
      ...process.env,
      WORKBENCH_STATE: config.state,
      WORKBENCH_SETTINGS: join(config.state, "workbench.json")
    }
  });
  const printed = await untilPrinted(child, "hello: done");
  expect(printed).toContain("Usage: workbench <command>");
  const ended = new Promise((settle) => child.on("close", settle));
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(JSON.parse(readFileSync(join(config.state, "schedule.json"), "utf8"))).toMatchObject({
    hello: {exitCode: 0}
  });
}, 60_000);

function untilPrinted(child: ChildProcess, text: string): Promise<string> {
  let printed = "";
  return new Promise((settle, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(text)) settle(printed);
    };
    child.stdout!.on("data", take);
    child.stderr!.on("data", take);
    child.on("close", () => reject(new Error(printed)));
  });
}
