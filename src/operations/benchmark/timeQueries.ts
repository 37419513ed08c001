import {seededRandom, shuffled} from "../../analysis/referrals/seededRandom.js";
import type {Parameters, Row} from "../../warehouse/open.js";
import type {BenchmarkQuery} from "./benchmarkQuery.js";
import type {PreparedQuery} from "./prepareQueries.js";
import type {AnswerRow} from "./sameRows.js";

/** What is asked: a warehouse, or a pool of connections, which keeps its statements prepared. */
export interface Asked {
  rows(sql: string, params?: Parameters): Promise<Row[]>;
}

/** One timed statement: from sending it to holding its rows as JavaScript values. */
export interface Timing {
  durationMs: number;
  /** Processor time of all threads of this process meanwhile. */
  cpuMs: number;
  parameters: Parameters;
  rows: AnswerRow[];
}

export interface WarmOptions {
  rounds: number;
  seed: number;
  fixedShare?: number;
  onRound?: (share: number) => void;
}

/**
 * Runs every query with every set of its parameters on a warm warehouse, in rounds: one of each query a round, in
 * random order, so that whatever slows the machine for a while slows all of them alike. Queries without parameters
 * run in the given share of the rounds, the first among them.
 */
export async function timeWarm(
  warehouse: Asked,
  prepared: PreparedQuery[],
  {rounds, seed, fixedShare = 1, onRound}: WarmOptions
): Promise<Map<string, Timing[]>> {
  const random = seededRandom(seed);
  const timings = emptyTimings(prepared);
  for (const {query, parameters} of prepared) await timed(warehouse, query.file.text, parameters[0]!);
  for (let round = 0; round < rounds; round++) {
    onRound?.(round / rounds);
    for (const i of shuffled(prepared.length, random)) {
      const {query, parameters} = prepared[i]!;
      if (!isDue(query, round, {fixedShare})) continue;
      const timing = await timed(warehouse, query.file.text, parameters[round % parameters.length]!);
      timings.get(query.name)!.push(timing);
    }
  }
  return timings;
}

/** Says whether a query runs in a round: one without parameters runs in the given share of the rounds, the first among them. */
export function isDue(
  {draw}: Pick<BenchmarkQuery, "draw">,
  round: number,
  {fixedShare}: {fixedShare: number}
): boolean {
  return draw !== null || round % Math.round(1 / fixedShare) === 0;
}

/**
 * Runs every query as the first one of a newly opened warehouse, in rounds. DuckDB’s buffers are empty then; the
 * operating system’s cache is not, since emptying it would take an administrator.
 */
export async function timeCold(
  open: () => Promise<Asked & {close(): void}>,
  prepared: PreparedQuery[],
  {rounds, seed}: {rounds: number; seed: number}
): Promise<Map<string, Timing[]>> {
  const random = seededRandom(seed);
  const timings = emptyTimings(prepared);
  for (let round = 0; round < rounds; round++) {
    for (const i of shuffled(prepared.length, random)) {
      const {query, parameters} = prepared[i]!;
      const warehouse = await open();
      try {
        const timing = await timed(warehouse, query.file.text, parameters[round % parameters.length]!);
        timings.get(query.name)!.push(timing);
      } finally {
        warehouse.close();
      }
    }
  }
  return timings;
}

async function timed(warehouse: Asked, sql: string, parameters: Parameters): Promise<Timing> {
  const before = process.cpuUsage();
  const start = performance.now();
  const rows = await warehouse.rows(sql, parameters);
  const durationMs = performance.now() - start;
  const {user, system} = process.cpuUsage(before);
  return {durationMs, cpuMs: (user + system) / 1000, parameters, rows: rows.map((row) => Object.values(row))};
}

function emptyTimings(prepared: PreparedQuery[]): Map<string, Timing[]> {
  return new Map(prepared.map(({query}) => [query.name, []]));
}
