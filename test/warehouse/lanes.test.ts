import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {type Job, runInLanes} from "../../src/warehouse/lanes.js";
import {Warehouse} from "../../src/warehouse/open.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterEach(() => warehouse.close());

/** Jobs that note when they start and end, and otherwise wait a moment. */
function noting(notes: string[], after: Record<string, string[]>): Job[] {
  return Object.entries(after).map(([name, names]) => ({
    name,
    after: names,
    run: async () => {
      notes.push(`${name} starts`);
      await new Promise((done) => setTimeout(done, 5));
      notes.push(`${name} ends`);
    }
  }));
}

describe("runInLanes", () => {
  it("starts a job when those it names have ended, and two at a time", async () => {
    const notes: string[] = [];
    await runInLanes(warehouse, noting(notes, {a: [], b: ["a"], c: ["elsewhere"], d: ["b", "c"]}));
    const at = (note: string) => notes.indexOf(note);
    expect(notes).toHaveLength(8);
    expect(at("b starts")).toBeGreaterThan(at("a ends"));
    expect(at("c starts")).toBeLessThan(at("a ends"));
    expect(at("d starts")).toBeGreaterThan(Math.max(at("b ends"), at("c ends")));
  });

  it("starts the job that begins the longest chain first", async () => {
    const notes: string[] = [];
    await runInLanes(warehouse, noting(notes, {a: [], b: [], c: [], d: ["c"], e: ["d"], f: ["b"]}));
    expect(notes.filter((note) => note.endsWith("starts")).slice(0, 2)).toEqual(["c starts", "b starts"]);
  });

  it("never runs more than two at once", async () => {
    let running = 0;
    let most = 0;
    const run = async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 2));
      running--;
    };
    await runInLanes(
      warehouse,
      Array.from({length: 9}, (_, i) => ({name: `${i}`, after: [], run}))
    );
    expect(most).toBe(2);
  });

  it("runs one job at a time with all threads where one lane is asked for", async () => {
    const threads: unknown[] = [];
    let running = 0;
    const run = async (lane: Warehouse) => {
      running++;
      const [row] = await lane.rows("select current_setting('threads')::integer as n");
      threads.push([running--, row!.n]);
    };
    await warehouse.run("set threads = 4");
    const jobs = ["a", "b", "c"].map((name) => ({name, after: [], run}));
    await runInLanes(warehouse, jobs, {lanes: 1});
    expect(threads).toEqual(Array.from(jobs, () => [1, 4]));
  });

  it("takes the lanes’ own threads from the pool while they run", async () => {
    const threads = async (lane: Warehouse) =>
      (await lane.rows("select current_setting('threads')::integer as n"))[0]!.n;
    await warehouse.run("set threads = 4");
    let during: unknown;
    await runInLanes(warehouse, [
      {name: "a", after: [], run: async (lane) => void (during = await threads(lane))}
    ]);
    expect([during, await threads(warehouse)]).toEqual([3, 4]);
  });

  it("leaves one thread where there is one", async () => {
    await warehouse.run("set threads = 1");
    await runInLanes(warehouse, [{name: "a", after: [], run: (lane) => lane.run("select 1")}]);
    expect(await warehouse.rows("select current_setting('threads')::integer as n")).toEqual([{n: 1}]);
  });

  it("shows a job what those before it wrote, on whichever connection", async () => {
    const jobs = Array.from({length: 6}, (_, i): Job => {
      const sql = i === 0 ? "select 1 as n" : `select 2 * n as n from main.t${i - 1}`;
      return {
        name: `t${i}`,
        after: i === 0 ? [] : [`t${i - 1}`],
        run: (lane) => lane.run(`create table main.t${i} as ${sql}`)
      };
    });
    const others = Array.from({length: 6}, (_, i): Job => ({
      name: `u${i}`,
      after: [],
      run: (lane) => lane.run(`create table u${i} (n int)`)
    }));
    await runInLanes(warehouse, [...jobs, ...others]);
    expect(await warehouse.rows("from main.t5")).toEqual([{n: 32}]);
  });

  it("throws the first error once running jobs have ended, and starts no other", async () => {
    const notes: string[] = [];
    const jobs = noting(notes, {slow: [], later: ["slow"]});
    jobs.splice(1, 0, {name: "bad", after: [], run: () => Promise.reject(new Error("broken"))});
    await expect(runInLanes(warehouse, jobs)).rejects.toThrow("broken");
    expect(notes).toEqual(["slow starts", "slow ends"]);
  });

  it("refuses jobs that wait for each other", async () => {
    await expect(runInLanes(warehouse, noting([], {a: ["b"], b: ["a"]}))).rejects.toThrow(
      "jobs wait for each other: a, b"
    );
  });
});

it("runs one job at a time on a warehouse of one lane, with all threads", async () => {
  const narrow = await Warehouse.open(":memory:", {settings: {threads: "4"}, lanes: 1});
  const seen: unknown[] = [];
  let running = 0;
  const run = async (lane: Warehouse) => {
    seen.push(++running, (await lane.rows("select current_setting('threads')::integer as n"))[0]!.n);
    running--;
  };
  await runInLanes(
    narrow,
    ["a", "b", "c"].map((name) => ({name, after: [], run}))
  );
  narrow.close();
  expect(seen).toEqual([1, 4, 1, 4, 1, 4]);
});
