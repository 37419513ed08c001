import type {BenchmarkResult} from "../../pipeline/benchmarkLog.js";
import {ConnectionPool, StatementTimeout} from "../../warehouse/pool.js";
import type {AnswerChecker} from "./checkAnswers.js";
import {loadTest, starvedClients, type LoadOutcome} from "./loadTest.js";
import type {PreparedQuery} from "./prepareQueries.js";
import {measured, notMeasured} from "./result.js";
import type {BenchmarkSettings} from "./settings.js";

interface Setup {
  clients: number;
  size: number;
  threads?: number;
  isSharing?: boolean;
  /** What the reader calls the setup. */
  variant: string;
}

export interface LoadInputs {
  path: string;
  prepared: PreparedQuery[];
  check: AnswerChecker;
  settings: BenchmarkSettings;
  onProgress: (label: string) => void;
}

const ENDLESS = "select sum(a.range * b.range % 7) from range(100_000_000) as a, range(100_000_000) as b";
const TIMEOUT_TESTED_MS = 100;

/** Measures many clients at once: the pool that the product would use with 50 and 200, and what it could use instead. */
export async function measureLoad(inputs: LoadInputs): Promise<BenchmarkResult[]> {
  const {settings, onProgress} = inputs;
  const {poolSize: size, poolThreads: threads} = settings;
  const setups: Setup[] = [
    {clients: 50, size, threads, variant: `50 clients, ${size} connections of one thread`},
    {clients: 200, size, threads, variant: `200 clients, ${size} connections of one thread`}
  ];
  if (!settings.isQuick)
    setups.push(
      {
        clients: 50,
        size,
        threads,
        isSharing: true,
        variant: `50 clients, ${size} connections of one thread, equal questions at the same time share an answer`
      },
      {clients: 50, size, variant: `50 clients, ${size} connections of all threads`},
      {clients: 50, size: 1, variant: "50 clients, one connection of all threads"},
      {clients: 50, size: 50, variant: "50 clients, a connection each"}
    );
  const prepared = inputs.prepared.filter(({obstacle}) => obstacle === null);
  if (prepared.length === 0) return [];
  const results: BenchmarkResult[] = [];
  for (const setup of setups) {
    onProgress(`load: ${setup.variant}`);
    const pool = await ConnectionPool.open(inputs.path, setup);
    try {
      const outcome = await loadTest(pool, prepared, {clients: setup.clients, settings});
      results.push(...describe(outcome, {...setup, sharedCount: pool.sharedCount}, inputs));
    } finally {
      pool.close();
    }
  }
  return [...results, await measureTimeout(inputs.path)];
}

function describe(
  outcome: LoadOutcome,
  {variant, isSharing, sharedCount}: Setup & {sharedCount: number},
  {check, settings}: LoadInputs
): BenchmarkResult[] {
  const {durations, elapsedMs, answersOfClients, errors, answers} = outcome;
  const wrong = [...answers].map(([name, given]) => check(name, given)).find((text) => text !== null);
  const starved = starvedClients(answersOfClients, settings.starvationShare);
  const fewest = Math.min(...answersOfClients);
  const note =
    `${errors.length} errors, ${starved} starved clients (fewest answers ${fewest}, most ${Math.max(...answersOfClients)})` +
    (isSharing ? `; ${sharedCount} of ${durations.length} answers shared` : "") +
    (errors[0] ? `; first error: ${errors[0]}` : "") +
    (wrong ? `; wrong answer: ${wrong}` : "");
  const described = {part: "load", variant, isEqual: !wrong && errors.length === 0, note} as const;
  const latency = {
    ...described,
    name: "latency",
    title: "Time to an answer, the queue included",
    unit: "ms"
  } as const;
  return [
    durations.length > 0 ? measured(durations, latency) : notMeasured(note, latency),
    measured([durations.length / (elapsedMs / 1000)], {
      ...described,
      name: "answers",
      title: "Answers a second",
      unit: "statements/s"
    })
  ];
}

async function measureTimeout(path: string): Promise<BenchmarkResult> {
  const pool = await ConnectionPool.open(path, {size: 1, threads: 1});
  const start = performance.now();
  const outcome: unknown = await pool
    .rows(ENDLESS, undefined, {timeoutMs: TIMEOUT_TESTED_MS})
    .catch((error: unknown) => error);
  const durationMs = performance.now() - start;
  const [next] = await pool.rows<{answer: number}>("select 42 as answer");
  pool.close();
  return measured([durationMs], {
    part: "load",
    name: "timeout",
    variant: "",
    title: `An endless statement, interrupted after ${TIMEOUT_TESTED_MS} ms`,
    unit: "ms",
    isEqual: outcome instanceof StatementTimeout && next?.answer === 42,
    note: "the same connection answered the next statement"
  });
}
