import {copyFileSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {messageOf} from "../../error.js";
import {type Parameters, Warehouse} from "../../warehouse/open.js";
import {quantile} from "../benchmark/distribution.js";
import {type AnswerRow, difference} from "../benchmark/sameRows.js";
import type {Alternative} from "./alternatives.js";

/** What an alternative gave and cost, measured in turns with the warehouse as it is. */
export interface Trial {
  kind: Alternative["kind"];
  title: string;
  /** Median time as it is and with the alternative, milliseconds. */
  beforeMs: number;
  afterMs: number;
  /** Median processor time of all threads, likewise. */
  beforeCpuMs: number;
  afterCpuMs: number;
  buildMs: number;
  /** Growth of the file, MB. */
  addedMb: number;
  isRecommended: boolean;
  /** Why it does not count, such as another answer; null where it does. */
  note: string | null;
}

export interface TrialInputs {
  folder: string;
  path: string;
  text: string;
  parameters: Parameters[];
  rounds: number;
  /** Time after over time before, at most, of what is worth recommending. */
  worthwhile: number;
}

/** Tries an alternative on a copy of the warehouse, running the query on both in turns with the same parameters. */
export async function tryAlternative(
  {kind, title, statements, text: changed}: Alternative,
  {folder, path, text, parameters, rounds, worthwhile}: TrialInputs
): Promise<Trial> {
  const [before, after] = ["before.duckdb", "after.duckdb"].map((name) => join(folder, name)) as [
    string,
    string
  ];
  for (const copy of [before, after]) copyFileSync(path, copy);
  const original = await Warehouse.open(before);
  const tuned = await Warehouse.open(after);
  const nothing = {
    kind,
    title,
    beforeMs: 0,
    afterMs: 0,
    beforeCpuMs: 0,
    afterCpuMs: 0,
    buildMs: 0,
    addedMb: 0
  };
  try {
    const start = performance.now();
    for (const statement of statements) await tuned.run(statement);
    await tuned.run("checkpoint");
    const buildMs = performance.now() - start;
    const times: Record<"before" | "after", Timed[]> = {before: [], after: []};
    for (let round = -1; round < rounds; round++) {
      const chosen = parameters[Math.max(round, 0) % parameters.length]!;
      const pair = {
        before: await timed(original, text, chosen),
        after: await timed(tuned, changed ?? text, chosen)
      };
      const wrong = difference(pair.after.rows, pair.before.rows);
      if (wrong !== null) return {...nothing, isRecommended: false, note: `another answer: ${wrong}`};
      if (round < 0) continue;
      times.before.push(pair.before);
      times.after.push(pair.after);
    }
    const figures = {
      beforeMs: median(times.before, "durationMs"),
      afterMs: median(times.after, "durationMs"),
      beforeCpuMs: median(times.before, "cpuMs"),
      afterCpuMs: median(times.after, "cpuMs")
    };
    const isRecommended =
      figures.afterMs <= worthwhile * figures.beforeMs &&
      figures.afterCpuMs <= worthwhile * figures.beforeCpuMs;
    const addedMb = (statSync(after).size - statSync(before).size) / 1e6;
    return {kind, title, ...figures, buildMs, addedMb, isRecommended, note: null};
  } catch (error) {
    return {...nothing, isRecommended: false, note: `cannot be tried: ${messageOf(error).split("\n")[0]}`};
  } finally {
    original.close();
    tuned.close();
    for (const copy of [before, after]) for (const file of [copy, `${copy}.wal`]) rmSync(file, {force: true});
  }
}

interface Timed {
  durationMs: number;
  cpuMs: number;
  rows: AnswerRow[];
}

async function timed(warehouse: Warehouse, text: string, parameters: Parameters): Promise<Timed> {
  const before = process.cpuUsage();
  const start = performance.now();
  const rows = await warehouse.rows(text, parameters);
  const durationMs = performance.now() - start;
  const {user, system} = process.cpuUsage(before);
  return {durationMs, cpuMs: (user + system) / 1000, rows: rows.map((row) => Object.values(row))};
}

function median(times: Timed[], key: "durationMs" | "cpuMs"): number {
  return quantile(Float64Array.from(times, (time) => time[key]).sort(), 0.5);
}
