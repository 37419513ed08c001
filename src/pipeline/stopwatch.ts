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
  private begun = 0;

  constructor(private readonly onStep: OnStep = () => {}) {}

  /** Runs a step and remembers how long it took. */
  async time<T>(step: string, callback: () => Promise<T>): Promise<T> {
    const timed = this.add(step);
    this.begin(timed);
    const result = await callback();
    timed.durationMs = this.elapsedMs() - timed.startMs;
    return result;
  }

  /**
   * Times jobs as one step, which lasts from the beginning of the first to the end of the last. It is kept in the order of
   * these calls, whichever job begins first.
   */
  timeJobs(step: string, jobs: Job[]): Job[] {
    const timed = this.add(step);
    let isBegun = false;
    return jobs.map((job) => ({
      ...job,
      run: async (lane) => {
        if (!isBegun) this.begin(timed);
        isBegun = true;
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

  private add(step: string): TimedStep {
    const timed = {step, startMs: 0, durationMs: 0};
    this.steps.push(timed);
    return timed;
  }

  private begin(timed: TimedStep): void {
    timed.startMs = this.elapsedMs();
    this.onStep(timed.step, ++this.begun);
  }
}
