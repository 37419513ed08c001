import {seededRandom} from "../../analysis/referrals/seededRandom.js";
import {messageOf} from "../../error.js";
import type {ConnectionPool} from "../../warehouse/pool.js";
import {QUERY_CLASSES} from "./benchmarkQuery.js";
import type {Answered} from "./checkAnswers.js";
import type {PreparedQuery} from "./prepareQueries.js";
import type {BenchmarkSettings} from "./settings.js";

export interface LoadOutcome {
  /** Time from asking to holding the rows, the wait in the queue included, of each statement. */
  durations: number[];
  elapsedMs: number;
  /** Answers of each client. */
  answersOfClients: number[];
  errors: string[];
  /** What was answered, by the query’s name. */
  answers: Map<string, Answered[]>;
}

/**
 * Lets a number of clients ask at once, each its next question as soon as it has an answer, for a while. The classes
 * of queries are mixed as sql/parameters/benchmarks.csv says; each client has random numbers of its own.
 */
export async function loadTest(
  pool: ConnectionPool,
  prepared: PreparedQuery[],
  {clients, settings}: {clients: number; settings: BenchmarkSettings}
): Promise<LoadOutcome> {
  const outcome: LoadOutcome = {
    durations: [],
    elapsedMs: 0,
    answersOfClients: new Array<number>(clients).fill(0),
    errors: [],
    answers: new Map()
  };
  const start = performance.now();
  const end = start + settings.loadSeconds * 1000;
  const client = async (number: number) => {
    const random = seededRandom(settings.seed + number);
    while (performance.now() < end)
      await askOnce(pool, pick(prepared, {random, settings}), {number, outcome, settings, random});
  };
  await Promise.all(Array.from({length: clients}, (_, number) => client(number)));
  outcome.elapsedMs = performance.now() - start;
  return outcome;
}

/** Returns how many clients got fewer answers than the given share of the median client’s. */
export function starvedClients(answersOfClients: number[], share: number): number {
  const sorted = answersOfClients.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  return sorted.filter((count) => count < share * median || count === 0).length;
}

async function askOnce(
  pool: ConnectionPool,
  {query, parameters}: PreparedQuery,
  context: {number: number; outcome: LoadOutcome; settings: BenchmarkSettings; random: () => number}
): Promise<void> {
  const {number, outcome, settings, random} = context;
  const chosen = parameters[Math.floor(random() * parameters.length)]!;
  const start = performance.now();
  try {
    const rows = await pool.rows(query.file.text, chosen, {timeoutMs: settings.timeoutMs});
    outcome.durations.push(performance.now() - start);
    outcome.answersOfClients[number]!++;
    const answers = outcome.answers.get(query.name) ?? [];
    answers.push({parameters: chosen, rows: rows.map((row) => Object.values(row))});
    outcome.answers.set(query.name, answers);
  } catch (error) {
    outcome.errors.push(`${query.name}: ${messageOf(error)}`);
  }
}

function pick(
  prepared: PreparedQuery[],
  {random, settings}: {random: () => number; settings: BenchmarkSettings}
): PreparedQuery {
  const classes = QUERY_CLASSES.map((name) => ({
    share: settings.parameters[`benchmark_load_share_${name}`]!,
    members: prepared.filter(({query}) => query.queryClass === name)
  })).filter(({members}) => members.length > 0);
  let rest = random() * classes.reduce((sum, {share}) => sum + share, 0);
  const chosen = classes.find(({share}) => (rest -= share) < 0) ?? classes.at(-1)!;
  return chosen.members[Math.floor(random() * chosen.members.length)]!;
}
