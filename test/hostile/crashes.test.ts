import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {warehousePath} from "../../src/config.js";
import {publish} from "../../src/pipeline/publish.js";
import {Warehouse} from "../../src/warehouse/open.js";
import {runBuild} from "./processes/runBuild.js";

/** A few points in the ordinary suite; all of them where WORKBENCH_TEST_ALL is set. */
const ALL = Boolean(process.env.WORKBENCH_TEST_ALL);
const KILLS = ALL ? 50 : 2;
const FILE_CALLS = ALL ? ["renameSync", "linkSync", "fsyncSync"] : ["renameSync"];
const MOMENTS = ALL ? ["before", "after"] : ["before"];
const SOURCES = "test/fixtures/sources";
const KILLER = "test/hostile/processes/killAtFileCall.mjs";
/** What a process needs before its build begins, roughly. */
const STARTUP_MS = 1_000;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "workbench-crash-"));
});
afterAll(() => rmSync(root, {recursive: true, force: true}));

/** Opens the published warehouse and asserts that it is a whole build whose checks passed and whose ledger closes. */
async function expectWhole(state: string): Promise<void> {
  const warehouse = await Warehouse.open(warehousePath({state}), {readOnly: true});
  try {
    const [row] = await warehouse.rows(
      `select
         (select count(*)::integer from meta.builds) as builds,
         (select count(*)::integer from meta.check_results where severity = 'error' and failure_count > 0) as failed,
         (select count(*)::integer from meta.check_results) > 10 as is_checked,
         (select sum(read_count)::integer from meta.source_files) - (select count(*)::integer from meta.ledger) as unaccounted`
    );
    expect(row).toEqual({builds: 1, failed: 0, is_checked: true, unaccounted: 0});
  } finally {
    warehouse.close();
  }
}

/** Asserts that nothing is left in the state folder but what a build publishes. */
function expectClean(state: string): void {
  const unfinished = (readdirSync(state, {recursive: true}) as string[]).filter((name) =>
    /candidate|writing|snapshot-|\.lock|\.wal|\.\d+$|^tmp[/\\]./.test(name)
  );
  expect(unfinished).toEqual([]);
  expect(readdirSync(join(state, "records")).length).toBe(1);
}

async function expectCleanRebuild(state: string): Promise<void> {
  const {code, stderr} = await runBuild(SOURCES, state);
  expect([code, stderr.includes("workbench:")], stderr).toEqual([0, false]);
  await expectWhole(state);
  expectClean(state);
}

/** Returns a state folder of its own with the fixture warehouse published in it, and how long its build took. */
async function publishedState(name: string): Promise<{state: string; durationMs: number}> {
  const state = join(root, name);
  cpSync(inject("fixtureState"), state, {recursive: true});
  const warehouse = await Warehouse.open(warehousePath({state}), {readOnly: true});
  const [row] = await warehouse.rows<{ms: number}>("select sum(duration_ms) as ms from meta.build_steps");
  warehouse.close();
  return {state, durationMs: row!.ms};
}

describe(`a build that is killed (${KILLS} points)`, () => {
  it("at points spread over its run leaves the published warehouse whole, and the next build cleans up", async () => {
    const {state, durationMs} = await publishedState("spread");
    for (let i = 0; i < KILLS; i++) {
      const killAfterMs = STARTUP_MS + (durationMs * (i + 0.5)) / KILLS;
      const killed = await runBuild(SOURCES, state, {killAfterMs});
      expect(killed.code === null || killed.code === 0).toBe(true);
      await expectWhole(state);
      if (ALL) await expectCleanRebuild(state);
    }
    await expectCleanRebuild(state);
  }, 3_600_000);

  it.runIf(ALL)("before anything was ever published leaves nothing published", async () => {
    const state = join(root, "first");
    const env = {KILL_CALL: "fsyncSync", KILL_AT: "1", KILL_WHEN: "before"};
    expect((await runBuild(SOURCES, state, {preload: KILLER, env})).code).toBe(null);
    expect(existsSync(warehousePath({state}))).toBe(false);
    await expectCleanRebuild(state);
  });

  it("at each step of writing, linking and renaming leaves the one or the other warehouse, whole", async () => {
    const {state} = await publishedState("calls");
    for (const call of FILE_CALLS)
      for (const when of MOMENTS)
        for (let at = 1; ; at++) {
          const env = {KILL_CALL: call, KILL_AT: String(at), KILL_WHEN: when};
          const {code} = await runBuild(SOURCES, state, {preload: KILLER, env});
          await expectWhole(state);
          if (code === null) continue;
          expect([code, at > 1]).toEqual([0, true]);
          expectClean(state);
          break;
        }
  }, 3_600_000);
});

it("readers see one published version or the other, never a mixture or nothing", async () => {
  const state = join(root, "readers");
  mkdirSync(state);
  const write = async (version: string) => {
    const path = join(state, `candidate-${version}.duckdb`);
    const warehouse = await Warehouse.open(path);
    await warehouse.run(
      `create table main.pages as select '${version}' as version, range as n from range(50000)`
    );
    warehouse.close();
    publish({sources: null, state, reference: null, database: "production"}, path);
  };
  await write("v0");
  const reader = spawn(
    process.execPath,
    ["--import", "tsx", "test/hostile/processes/readWhilePublished.ts", warehousePath({state})],
    {stdio: ["pipe", "pipe", "pipe"]}
  );
  let seen = "";
  reader.stdout.on("data", (chunk: Buffer) => (seen += chunk.toString()));
  await new Promise((resolve) => reader.stderr.once("data", resolve));
  for (let i = 1; i <= 20; i++) await write(`v${i}`);
  reader.stdin.end();
  await new Promise((resolve) => reader.on("close", resolve));
  const versions = Object.keys(JSON.parse(seen) as object);
  expect(versions.filter((version) => !/^v\d+$/.test(version))).toEqual([]);
  expect(versions.length).toBeGreaterThan(1);
});

it("two builds at once both succeed, the second after the first", async () => {
  const state = join(root, "twice");
  const runs = await Promise.all([runBuild(SOURCES, state), runBuild(SOURCES, state)]);
  expect(runs.map(({code}) => code)).toEqual([0, 0]);
  await expectWhole(state);
  // The second waits for the whole of the first.
}, 600_000);
