import type {Warehouse} from "./open.js";

/** A piece of work on a warehouse that may run once those it names are done. */
export interface Job {
  name: string;
  after: string[];
  run(lane: Warehouse): Promise<void>;
}

/**
 * Runs every job once the jobs that it names are done, as many at a time as the warehouse has lanes, each on a connection
 * of its own. Of those that may start, the one that most others wait for, one after another, goes first, then the first in
 * the given order; with one lane it is the given order alone that counts. Names of no job are ignored. The first error stops further jobs from starting and is thrown when those
 * that run have ended.
 */
export async function runInLanes(
  warehouse: Warehouse,
  jobs: Job[],
  {lanes = warehouse.lanes} = {}
): Promise<void> {
  const waiting = new Map((lanes > 1 ? longestChainFirst(jobs) : jobs).map((job) => [job.name, job]));
  const running = new Map<string, Promise<void>>();
  const errors: unknown[] = [];
  const isReady = ({after}: Job) => !after.some((name) => waiting.has(name) || running.has(name));
  await withLanes(warehouse, lanes, async (free) => {
    while (running.size > 0 || (waiting.size > 0 && errors.length === 0)) {
      const job = errors.length === 0 && free.length > 0 ? [...waiting.values()].find(isReady) : undefined;
      if (job) {
        const lane = free.pop()!;
        waiting.delete(job.name);
        const ended = () => {
          running.delete(job.name);
          free.push(lane);
        };
        running.set(
          job.name,
          job
            .run(lane)
            .catch((error: unknown) => void errors.push(error))
            .finally(ended)
        );
      } else if (running.size > 0) await Promise.race(running.values());
      else throw new Error(`jobs wait for each other: ${[...waiting.keys()].join(", ")}`);
    }
    if (errors.length > 0) throw errors[0];
  });
}

/** Orders jobs by how many others wait for each, one after another: the longest chain decides when all are done. */
function longestChainFirst(jobs: Job[]): Job[] {
  const readers = new Map<string, Job[]>();
  for (const job of jobs)
    for (const name of job.after) readers.set(name, [...(readers.get(name) ?? []), job]);
  const lengths = new Map<Job, number>();
  const lengthOf = (job: Job, trail: Job[] = []): number => {
    const known = lengths.get(job);
    if (known !== undefined || trail.includes(job)) return known ?? 0;
    const others = (readers.get(job.name) ?? []).map((reader) => 1 + lengthOf(reader, [...trail, job]));
    const length = Math.max(0, ...others);
    lengths.set(job, length);
    return length;
  };
  return jobs
    .map((job, i) => ({job, i, length: lengthOf(job)}))
    .sort((a, b) => b.length - a.length || a.i - b.i)
    .map(({job}) => job);
}

/**
 * Opens the lanes, and takes as many threads from DuckDB’s pool as they bring of their own: a lane whose last task
 * a thread of the pool has taken asks for more without a pause, and would take the time of one that works.
 */
async function withLanes(
  warehouse: Warehouse,
  lanes: number,
  callback: (lanes: Warehouse[]) => Promise<void>
): Promise<void> {
  const others = await Promise.all(Array.from({length: lanes - 1}, () => warehouse.beside()));
  try {
    const [setting] = await warehouse.rows<{threads: number}>(
      "select current_setting('threads')::integer as threads"
    );
    const {threads} = setting!;
    await warehouse.run(`set threads = ${Math.max(1, threads - others.length)}`);
    await callback([...others, warehouse]);
    await warehouse.run(`set threads = ${threads}`);
  } finally {
    for (const lane of others) lane.close();
  }
}
