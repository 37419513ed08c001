import {closeSync, linkSync, openSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {hostname} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {Config} from "../config.js";
import {UserError} from "../error.js";
import {isRunning, processStart} from "./processes.js";

const RETRY_MS = 250;
/** A takeover lasts microseconds: one this old was killed within it. */
const STALE_TAKEOVER_MS = 10_000;

interface Holder {
  pid: number;
  host: string;
  since: string;
  /** When the process began, where the system tells. */
  start?: string | null;
}

/**
 * Runs the callback while holding the state folder’s lock on builds, or on what else is named. A second one waits;
 * after waitMs it gives up and says who holds the lock. The lock of a process that has died is taken over.
 */
export async function withLock<T>(
  {state}: Pick<Config, "state">,
  callback: () => Promise<T>,
  {waitMs = 120_000, name = "build"} = {}
): Promise<T> {
  const path = join(state, `${name}.lock`);
  const deadline = Date.now() + waitMs;
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder && isGone(holder)) takeOver(path);
    else if (Date.now() > deadline) throw new UserError(busy(path, name, holder));
    else await sleep(RETRY_MS);
  }
  try {
    return await callback();
  } finally {
    rmSync(path, {force: true});
  }
}

/** Creates the lock with its content in one step, so that a process killed here leaves none or a whole one. */
function take(path: string): boolean {
  const {pid} = process;
  const beside = `${path}.${pid}`;
  const holder: Holder = {pid, host: hostname(), since: new Date().toISOString(), start: processStart(pid)};
  writeFileSync(beside, JSON.stringify(holder));
  try {
    linkSync(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(beside, {force: true});
  }
}

/** Removes the lock of a process that is gone, one process at a time, so that none removes the next one’s lock. */
function takeOver(path: string): void {
  const guard = `${path}.takeover`;
  try {
    closeSync(openSync(guard, "wx"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const age = Date.now() - (statSync(guard, {throwIfNoEntry: false})?.mtimeMs ?? Date.now());
    if (age > STALE_TAKEOVER_MS) rmSync(guard, {force: true});
    return;
  }
  const holder = holderOf(path);
  if (holder && isGone(holder)) rmSync(path, {force: true});
  rmSync(guard, {force: true});
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function isGone({pid, host, start}: Holder): boolean {
  if (host !== hostname()) return false;
  return !isRunning(pid) || (start != null && processStart(pid) !== start);
}

function busy(path: string, name: string, holder: Holder | null): string {
  const who = holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : "another process";
  return `another ${name} is running: ${path} is held by ${who}; wait for it, or remove the file if it is gone`;
}
