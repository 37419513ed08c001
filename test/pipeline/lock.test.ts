import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {withLock} from "../../src/pipeline/lock.js";

describe("the build lock", () => {
  let state: string;
  let path: string;
  beforeEach(() => {
    state = mkdtempSync(join(tmpdir(), "workbench-lock-"));
    path = join(state, "build.lock");
  });
  afterEach(() => rmSync(state, {recursive: true, force: true}));

  const held = (holder: object) =>
    writeFileSync(path, JSON.stringify({pid: process.pid, host: hostname(), since: "2025-08-01", ...holder}));

  it("says who holds it when a second build has waited long enough", async () => {
    await withLock({state}, async () => {
      const second = withLock({state}, async () => "in", {waitMs: 300});
      await expect(second).rejects.toThrow(
        new RegExp(
          `another build is running: .+build\\.lock is held by process ${process.pid} on .+; wait for it`
        )
      );
    });
    expect(existsSync(path)).toBe(false);
  });

  it("waits for a build on another machine, however long that is gone", async () => {
    held({host: "elsewhere", pid: 1});
    await expect(withLock({state}, async () => "in", {waitMs: 0})).rejects.toThrow(/process 1 on elsewhere/);
  });

  it.each([
    ["a process that has died", {pid: 2 ** 22 + 1}],
    ["a process whose number another has now", {start: "1"}]
  ])("is taken over from %s", async (_, holder) => {
    held(holder);
    expect(await withLock({state}, async () => "in", {waitMs: 0})).toBe("in");
  });

  it("is taken over by one of many, and the others wait their turn", async () => {
    held({pid: 2 ** 22 + 1});
    let inside = 0;
    let most = 0;
    const run = () =>
      withLock({state}, async () => {
        most = Math.max(most, ++inside);
        await sleep(5);
        inside--;
      });
    await Promise.all(Array.from({length: 8}, run));
    expect(most).toBe(1);
  });

  it("appears with its content or not at all", async () => {
    await withLock({state}, async () => {
      expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({pid: process.pid, host: hostname()});
    });
  });
});
