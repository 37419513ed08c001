import {readScheduleSettings, type ScheduleSettings} from "../../config/scheduleSettings.js";
import type {Config} from "../../config.js";
import {UserError} from "../../error.js";
import {nextRun} from "../../operations/schedule/dueJobs.js";
import {runCommand} from "../../operations/schedule/runCommand.js";
import {runDueJobs, runSchedule, type ScheduleEffects} from "../../operations/schedule/runSchedule.js";
import {readScheduleState} from "../../operations/schedule/scheduleState.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "Run updates, backups and checks by the calendar.",
  usage: ["schedule", "schedule once", "schedule list [--json]"],
  details:
    "Runs until it is stopped, one job at a time; what was missed while it did not run is made up for once. “once” runs\n" +
    "what is due and ends, for a timer of the system; “list” shows the jobs. Jobs are cron expressions in\n" +
    "workbench.json, section “schedule”; without it: daily checks and backup, weekly backup and pruning, monthly update.",
  positionals: 1,
  options: {json: {type: "boolean", description: "print one JSON object instead of text"}},
  async run({values, positionals, config, output}) {
    const settings = readScheduleSettings();
    const [action = "run"] = positionals;
    if (action === "list") {
      const jobs = listed(config, settings, new Date());
      if (values.json) return output.json({timezone: settings.timezone, jobs});
      for (const {name, cron, next, last} of jobs)
        output.line(`${name.padEnd(12)} ${cron.padEnd(14)} next ${next ?? "never"}; ${last}`);
      return;
    }
    const effects = effectsUntilStopped((line) => output.line(`${new Date().toISOString()} ${line}`));
    if (action === "once") return (await runDueJobs(config, settings, effects)) > 0 ? 1 : 0;
    if (action !== "run")
      throw new UserError(`unknown action: ${action}; choose once or list, or none to keep running`, {
        exitCode: 2
      });
    effects.log(
      `schedule of ${settings.jobs.length} jobs (${settings.timezone}); Ctrl-C stops after the job that runs`
    );
    await runSchedule(config, settings, effects);
  }
};

function listed(config: Config, {jobs, timezone}: ScheduleSettings, now: Date) {
  const state = readScheduleState(config);
  return jobs.map((job) => {
    const {doneUntil, finishedAt, exitCode} = state[job.name] ?? {};
    const after = job.catchesUp && doneUntil ? new Date(doneUntil) : now;
    const last = finishedAt ? `last ended ${finishedAt} with exit code ${exitCode}` : "has not run yet";
    return {
      name: job.name,
      cron: job.cron,
      run: job.run,
      next: nextRun(job, timezone, after)?.toISOString() ?? null,
      last
    };
  });
}

function effectsUntilStopped(log: (line: string) => void): ScheduleEffects {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  return {
    now: () => new Date(),
    sleep: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        stopping.signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), {once: true});
      }),
    isStopped: () => stopping.signal.aborted,
    runCommand: (line) => runCommand(line),
    log
  };
}
