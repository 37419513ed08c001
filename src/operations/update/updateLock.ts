import {readFileSync} from "node:fs";
import {link, mkdir, rename, rm, writeFile} from "node:fs/promises";
import {hostname} from "node:os";
import {join} from "node:path";
import type {Config} from "../../config.js";
import {UserError} from "../../error.js";

interface Holder {
  pid: number;
  host: string;
  since: string;
}

/**
 * Runs the callback while no other update or rollback of the same state folder can. The lock of a process that
 * is gone is taken over; one of another machine, which cannot be asked, once it is older than the given hours.
 */
export async function withUpdateLock<T>(
  {state}: Pick<Config, "state">,
  {now, staleHours}: {now: Date; staleHours: number},
  callback: () => Promise<T>
): Promise<T> {
  const path = join(state, "update.lock");
  await mkdir(state, {recursive: true});
  await removeStale(path, now, staleHours);
  await take(path, {pid: process.pid, host: hostname(), since: now.toISOString()});
  try {
    return await callback();
  } finally {
    await rm(path, {force: true});
  }
}

/** A link either appears whole or is refused, so that nobody ever reads half a lock. */
async function take(path: string, holder: Holder): Promise<void> {
  const own = `${path}.${process.pid}`;
  await writeFile(own, JSON.stringify(holder));
  try {
    await link(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new UserError(`${describe(path)}; wait until it ends, or remove ${path} if it is gone`, {
      cause: error
    });
  } finally {
    await rm(own, {force: true});
  }
}

/** Moves a stale lock aside, and back if another process has replaced it by its own in the meantime. */
async function removeStale(path: string, now: Date, staleHours: number): Promise<void> {
  const holder = readHolder(path);
  if (!holder || !isStale(holder, now, staleHours)) return;
  const aside = `${path}.${process.pid}.stale`;
  await rename(path, aside).catch(() => undefined);
  if (readHolder(aside)?.since !== holder.since) await link(aside, path).catch(() => undefined);
  await rm(aside, {force: true});
}

function isStale({pid, host, since}: Holder, now: Date, staleHours: number): boolean {
  if (host !== hostname()) return now.getTime() - Date.parse(since) > staleHours * 3_600_000;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function describe(path: string): string {
  const holder = readHolder(path);
  if (!holder) return "another update has just begun";
  return `an update has been running since ${holder.since} (process ${holder.pid} on ${holder.host})`;
}
