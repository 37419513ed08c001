import type {Warehouse} from "../warehouse/open.js";
import type {Job} from "../warehouse/lanes.js";

/** Called as each step begins, with its name and the share of the work that lies behind. */
export type OnStep = (step: string, position: number) => void;

/** Called as each step ends whose rows are counted. */
export type OnRows = (step: string, rowCount: number) => void;

export interface TimedStep {
  step: string;
  /** When it began, since the build began. */
  startMs: number;
  durationMs: number;
  /** Rows that it added to the warehouse and its intermediate stages, where they are counted. */
  rowCount?: number;
}

const ROWS = "select coalesce(sum(estimated_size), 0)::double as count from duckdb_tables()";

/** Times the steps of a build. */
export class Stopwatch {
  readonly steps: TimedStep[] = [];
  private counting: {warehouse: Warehouse; onRows: OnRows; counted: number} | undefined;
  private readonly started = performance.now();
  private begun = 0;

  constructor(private readonly onStep: OnStep = () => {}) {}

  /** Counts from now on how many rows each step adds; where steps run side by side they fall to any of them. */
  async countRows(warehouse: Warehouse, onRows: OnRows): Promise<void> {
    this.counting = {warehouse, onRows, counted: await rowsIn(warehouse)};
  }

  /** Counts no more; to be called before the warehouse is closed. */
  stopCounting(): void {
    this.counting = undefined;
  }

  /** Runs a step and remembers how long it took. */
  async time<T>(step: string, callback: () => Promise<T>): Promise<T> {
    const timed = this.add(step);
    this.begin(timed);
    const result = await callback();
    await this.end(timed);
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
        await this.end(timed);
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

  private async end(timed: TimedStep): Promise<void> {
    timed.durationMs = this.elapsedMs() - timed.startMs;
    if (!this.counting) return;
    const {warehouse, onRows, counted} = this.counting;
    this.counting.counted = await rowsIn(warehouse);
    timed.rowCount = (timed.rowCount ?? 0) + this.counting.counted - counted;
    onRows(timed.step, timed.rowCount);
  }
}

async function rowsIn(warehouse: Warehouse): Promise<number> {
  const [row] = await warehouse.rows<{count: number}>(ROWS);
  return row!.count;
}
