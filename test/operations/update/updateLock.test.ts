import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {withUpdateLock} from "../../../src/operations/update/updateLock.js";

let state: string;
beforeEach(() => (state = mkdtempSync(join(tmpdir(), "workbench-lock-"))));
afterEach(() => rmSync(state, {recursive: true}));

const now = new Date("2026-11-02T06:00:00Z");
const locked = (callback: () => Promise<unknown>) => withUpdateLock({state}, {now, staleHours: 6}, callback);
const leave = (holder: object) => writeFileSync(join(state, "update.lock"), JSON.stringify(holder));

it("a second update waits its turn by being refused, and the lock goes with the first, failed or not", async () => {
  await locked(async () => {
    await expect(locked(async () => 1)).rejects.toThrow(
      `an update has been running since 2026-11-02T06:00:00.000Z (process ${process.pid}`
    );
  });
  await expect(locked(async () => Promise.reject(new Error("boom")))).rejects.toThrow("boom");
  expect(existsSync(join(state, "update.lock"))).toBe(false);
});

it("the lock of a process that is gone is taken over", async () => {
  const {pid} = spawnSync(process.execPath, ["-e", ""]);
  leave({pid, host: hostname(), since: now.toISOString()});
  expect(await locked(async () => "ran")).toBe("ran");
});

it("the lock of another machine is taken over once it is old enough, and not before", async () => {
  leave({pid: 1, host: "elsewhere", since: "2026-11-02T01:00:00Z"});
  await expect(locked(async () => 1)).rejects.toThrow("process 1 on elsewhere");
  leave({pid: 1, host: "elsewhere", since: "2026-11-01T23:59:00Z"});
  expect(await locked(async () => "ran")).toBe("ran");
});

it("of many at once exactly one runs", async () => {
  const results = await Promise.allSettled(
    Array.from({length: 8}, () => locked(() => new Promise((resolve) => setTimeout(resolve, 50))))
  );
  expect(results.filter(({status}) => status === "fulfilled")).toHaveLength(1);
});
