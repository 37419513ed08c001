import {appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {recordUpdateHistory} from "../../src/pipeline/recordUpdateHistory.js";
import {appendUpdateLog, type Outcome, readUpdateLog, type RunEnd} from "../../src/pipeline/updateLog.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

let state: string;
beforeEach(() => (state = mkdtempSync(join(tmpdir(), "workbench-log-"))));
afterEach(() => rmSync(state, {recursive: true}));

const start = (runId: string) =>
  appendUpdateLog(
    {state},
    {
      event: "started",
      runId,
      startedAt: "2026-11-02T06:00:00.000Z",
      actor: "ada@desk",
      reason: null,
      steps: ["oxford-vacancies"]
    }
  );
const outcome: Outcome = {
  step: "oxford-vacancies",
  source: "oxford_houses",
  status: "published",
  added: 1,
  changed: 2,
  removed: 3,
  unchanged: 4,
  reason: null
};
const finish = (runId: string, changes: Partial<RunEnd> = {}) =>
  appendUpdateLog(
    {state},
    {
      event: "finished",
      runId,
      finishedAt: "2026-11-02T06:01:00.000Z",
      status: "published",
      buildId: "abc",
      outcomes: [outcome],
      fetches: [],
      warnings: [],
      ...changes
    }
  );

it("a run is what its two lines say", async () => {
  await start("1");
  await finish("1");
  expect(readUpdateLog({state})).toMatchObject([
    {runId: "1", actor: "ada@desk", status: "published", buildId: "abc", outcomes: [outcome]}
  ]);
});

it("a run without an end was interrupted, and a later one is not touched by it", async () => {
  await start("1");
  await start("2");
  await finish("2");
  expect(readUpdateLog({state}).map(({runId, status}) => [runId, status])).toEqual([
    ["1", "interrupted"],
    ["2", "published"]
  ]);
});

it("a line that was cut short at any byte loses no other line", async () => {
  await start("1");
  await finish("1");
  const path = join(state, "update-log.jsonl");
  const whole = readFileSync(path).length;
  await start("2");
  const torn = readFileSync(path).length;
  for (const size of [whole + 1, whole + 40, torn - 2, torn - 1]) {
    truncateSync(path, whole);
    await start("2");
    truncateSync(path, size);
    await start("3");
    await finish("3");
    const runs = readUpdateLog({state});
    expect(runs.find(({runId}) => runId === "1")?.status).toBe("published");
    expect(runs.find(({runId}) => runId === "3")?.status).toBe("published");
  }
});

it("a line that no program of this project wrote is left out", async () => {
  await start("1");
  appendFileSync(join(state, "update-log.jsonl"), "<<<<<<< HEAD\n");
  await finish("1");
  expect(readUpdateLog({state})).toHaveLength(1);
});

it("the warehouse gets a row for each run, step and source, and again only one", async () => {
  await start("1");
  const fetch = {
    step: "oxford-vacancies",
    name: "oxford",
    file: "houses.json",
    address: "https://example.org/houses.json",
    status: "fetched" as const,
    attempts: 2,
    recordCount: 6,
    byteCount: 3_000_000_000,
    sha256: "00",
    copyFetchedAt: "2026-11-02T06:00:30.000Z",
    reason: null
  };
  await finish("1", {fetches: [fetch]});
  await start("2");
  const warehouse = await Warehouse.open(":memory:");
  await migrate(warehouse);
  for (let i = 0; i < 2; i++) await recordUpdateHistory(warehouse, readUpdateLog({state}));
  expect(
    await warehouse.rows(
      `select run_id, source, started_at, finished_at, status, added_count, changed_count, removed_count,
        unchanged_count, actor, build_id
      from meta.update_history order by run_id`
    )
  ).toEqual([
    {
      run_id: "1",
      source: "oxford_houses",
      started_at: new Date("2026-11-02T06:00:00Z"),
      finished_at: new Date("2026-11-02T06:01:00Z"),
      status: "published",
      added_count: 1,
      changed_count: 2,
      removed_count: 3,
      unchanged_count: 4,
      actor: "ada@desk",
      build_id: "abc"
    },
    expect.objectContaining({run_id: "2", status: "interrupted", finished_at: null, added_count: null})
  ]);
  expect(await warehouse.rows("select name, attempts, byte_count from meta.source_fetches")).toEqual([
    {name: "oxford", attempts: 2, byte_count: 3_000_000_000n}
  ]);
  await recordUpdateHistory(warehouse, []);
  expect(await warehouse.rows("from meta.update_history")).toEqual([]);
  warehouse.close();
});
