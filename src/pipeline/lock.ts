import {closeSync, openSync, readFileSync, rmSync, writeSync} from "node:fs";
import {hostname} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {Config} from "../config.js";
import {UserError} from "../error.js";

const RETRY_MS = 250;

interface Holder {
  pid: number;
  host: string;
  since: string;
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
    if (holder && isGone(holder)) rmSync(path, {force: true});
    else if (Date.now() > deadline) throw new UserError(busy(path, name, holder));
    else await sleep(RETRY_MS);
  }
  try {
    return await callback();
  } finally {
    rmSync(path, {force: true});
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, "wx");
    writeSync(file, JSON.stringify({pid: process.pid, host: hostname(), since: new Date().toISOString()}));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function isGone({pid, host}: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function busy(path: string, name: string, holder: Holder | null): string {
  const who = holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : "another process";
  return `another ${name} is running: ${path} is held by ${who}; wait for it, or remove the file if it is gone`;
}
