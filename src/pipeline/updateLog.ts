import {existsSync, readFileSync} from "node:fs";
import {mkdir, open} from "node:fs/promises";
import {join} from "node:path";
import type {Config} from "../config.js";

export type RunStatus = "published" | "unchanged" | "skipped" | "failed" | "rolled_back" | "interrupted";

/** What one step of a run did, for one source where it compared records. */
export interface Outcome {
  step: string;
  source: string | null;
  status: RunStatus;
  added: number | null;
  changed: number | null;
  removed: number | null;
  unchanged: number | null;
  reason: string | null;
}

/** What became of one source that a run fetched. */
export interface FetchOutcome {
  step: string;
  name: string;
  file: string;
  address: string;
  status: "fetched" | "unchanged" | "failed";
  attempts: number | null;
  recordCount: number | null;
  byteCount: number | null;
  sha256: string | null;
  /** When the copy in use was fetched, ISO 8601. */
  copyFetchedAt: string | null;
  reason: string | null;
}

export interface RunStart {
  runId: string;
  startedAt: string;
  actor: string;
  /** What the operator said, or what started the run. */
  reason: string | null;
  steps: string[];
}

export interface RunEnd {
  runId: string;
  finishedAt: string;
  status: RunStatus;
  buildId: string | null;
  outcomes: Outcome[];
  fetches: FetchOutcome[];
  /** What went wrong after publication. */
  warnings: string[];
}

/** A run; where it never ended, its status is “interrupted” and finishedAt null. */
export type UpdateRun = RunStart & Omit<RunEnd, "finishedAt"> & {finishedAt: string | null};

type Line = ({event: "started"} & RunStart) | ({event: "finished"} & RunEnd);

const FILE = "update-log.jsonl";

/**
 * Returns all updates and rollbacks, oldest first. The log is a file of its own, appended to and never
 * rewritten, so neither a rebuild nor a rollback of the warehouse can lose a line of it.
 */
export function readUpdateLog({state}: Pick<Config, "state">): UpdateRun[] {
  const path = join(state, FILE);
  if (!existsSync(path)) return [];
  const runs = new Map<string, UpdateRun>();
  for (const line of wholeLines(readFileSync(path, "utf8"))) {
    const {event, ...entry} = line;
    if (event === "started")
      runs.set(entry.runId, {...(entry as RunStart), ...unfinished(entry as RunStart)});
    else runs.set(entry.runId, {...runs.get(entry.runId)!, ...(entry as RunEnd)});
  }
  return [...runs.values()];
}

/** Appends one line to the log and returns once it is on the disk. */
export async function appendUpdateLog({state}: Pick<Config, "state">, line: Line): Promise<void> {
  await mkdir(state, {recursive: true});
  const path = join(state, FILE);
  const file = await open(path, "a+");
  try {
    const {size} = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isTorn = size > 0 && last.toString() !== "\n";
    await file.write(`${isTorn ? "\n" : ""}${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A line that a power failure cut short is left out; every other line stands on its own. */
function wholeLines(text: string): Line[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as Line] : [];
    } catch {
      return [];
    }
  });
}

function unfinished({steps}: RunStart): Omit<UpdateRun, keyof RunStart> {
  const nothing = {source: null, added: null, changed: null, removed: null, unchanged: null};
  const reason = "the run was interrupted";
  return {
    finishedAt: null,
    status: "interrupted",
    buildId: null,
    outcomes: steps.map((step) => ({step, ...nothing, status: "interrupted", reason})),
    fetches: [],
    warnings: []
  };
}
