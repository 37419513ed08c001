import type {Job} from "../warehouse/lanes.js";
import type {Warehouse} from "../warehouse/open.js";

/** Called as each step begins, with its name and the share of the work that lies behind. */
export type OnStep = (step: string, position: number) => void;

export interface TimedStep {
  step: string;
  /** When it began, since the build began. */
  startMs: number;
  durationMs: number;
}

/** Times the steps of a build. */
export class Stopwatch {
  readonly steps: TimedStep[] = [];
  private readonly started = performance.now();

  constructor(private readonly onStep: OnStep = () => {}) {}

  /** Runs a step and remembers how long it took. Steps may overlap; they are kept in the order of their beginnings. */
  async time<T>(step: string, callback: () => Promise<T>): Promise<T> {
    const timed = this.begin(step);
    const result = await callback();
    timed.durationMs = this.elapsedMs() - timed.startMs;
    return result;
  }

  /** Times jobs as one step, which lasts from the beginning of the first to the end of the last. */
  timeJobs(step: string, jobs: Job[]): Job[] {
    let timed: TimedStep | undefined;
    return jobs.map((job) => ({
      ...job,
      run: async (lane) => {
        timed ??= this.begin(step);
        await job.run(lane);
        timed.durationMs = this.elapsedMs() - timed.startMs;
      }
    }));
  }

  elapsedMs(): number {
    return performance.now() - this.started;
  }

  /** Writes the steps so far to meta.build_steps. */
  async record(warehouse: Warehouse): Promise<void> {
    await warehouse.append("meta.build_steps", (appender) => {
      this.steps.forEach(({step, durationMs}, i) => {
        appender.appendInteger(i + 1);
        appender.appendVarchar(step);
        appender.appendDouble(durationMs);
        appender.endRow();
      });
    });
  }

  private begin(step: string): TimedStep {
    const timed = {step, startMs: this.elapsedMs(), durationMs: 0};
    this.onStep(step, this.steps.push(timed));
    return timed;
  }
}
