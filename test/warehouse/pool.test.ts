import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {Warehouse} from "../../src/warehouse/open.js";
import {ConnectionPool, StatementTimeout} from "../../src/warehouse/pool.js";

const ENDLESS =
  "select sum(a.range * b.range) from range(10_000_000) as a, range(10_000_000) as b where a.range % 7 <> b.range % 5";

let folder: string;
let path: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "workbench-pool-"));
  path = join(folder, "some.duckdb");
  const warehouse = await Warehouse.open(path);
  await warehouse.run("create table numbers as select range::integer as n from range(1000)");
  warehouse.close();
});
afterAll(() => rmSync(folder, {recursive: true}));

it("answers more clients than it has connections, in the order in which they asked", async () => {
  const pool = await ConnectionPool.open(path, {size: 1, threads: 1});
  const finished: number[] = [];
  const answers = await Promise.all(
    Array.from({length: 50}, async (_, i) => {
      const rows = await pool.rows<{n: number}>("select n from numbers where n = $i", {i});
      finished.push(i);
      return rows[0]!.n;
    })
  );
  pool.close();
  expect(answers).toEqual(Array.from({length: 50}, (_, i) => i));
  expect(finished).toEqual(answers);
});

it("interrupts a statement whose time is over, and goes on serving", async () => {
  const pool = await ConnectionPool.open(path, {size: 1, threads: 1});
  const start = performance.now();
  const endless = pool.rows(ENDLESS, undefined, {timeoutMs: 100});
  const next = pool.rows("select count(*)::integer as n from numbers", undefined, {timeoutMs: 60_000});
  await expect(endless).rejects.toBeInstanceOf(StatementTimeout);
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(await next).toEqual([{n: 1000}]);
  pool.close();
}, 30_000);

it("passes on the error of a wrong statement, and goes on serving", async () => {
  const pool = await ConnectionPool.open(path, {size: 1});
  await expect(pool.rows("select nothing from numbers", undefined, {timeoutMs: 5000})).rejects.toThrow(
    /nothing/
  );
  expect(await pool.rows("select 1 as one")).toEqual([{one: 1}]);
  pool.close();
});

it("keeps statements prepared, whatever the values, and more of them than it keeps", async () => {
  const pool = await ConnectionPool.open(path, {size: 1});
  const ask = async (value: number | string | null) =>
    (await pool.rows<{n: number}>("select n from numbers where n = $value::integer", {value})).map(
      ({n}) => n
    );
  expect([await ask(7), await ask("8"), await ask(null), await ask(9)]).toEqual([[7], [8], [], [9]]);
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < 150; i++)
      expect(await pool.rows("select n from numbers where n = $n - " + i, {n: i + 1})).toEqual([{n: 1}]);
  pool.close();
});

it("shares an answer among those who ask the same at the same time, where it is told to, and with nobody later", async () => {
  const pool = await ConnectionPool.open(path, {size: 1, threads: 1, isSharing: true});
  const ask = (i: number | bigint, timeoutMs?: number) =>
    pool.rows<{n: number}>("select n from numbers where n = $i", {i}, {timeoutMs});
  const [first, second, other, plain, big, bigAgain] = await Promise.all([
    ask(7, 5000),
    ask(7, 5000),
    ask(8, 5000),
    ask(7),
    ask(9n),
    ask(9n)
  ]);
  expect(second).toBe(first);
  expect([first, other, plain, big].map((rows) => rows[0]!.n)).toEqual([7, 8, 7, 9]);
  expect(plain).not.toBe(first);
  expect(bigAgain).not.toBe(big);
  expect(pool.sharedCount).toBe(1);
  expect(await ask(7, 5000)).not.toBe(first);
  const failures = await Promise.allSettled([pool.rows("select nothing"), pool.rows("select nothing")]);
  expect(failures.map(({status}) => status)).toEqual(["rejected", "rejected"]);
  expect(await pool.rows("select 1 as one")).toEqual([{one: 1}]);
  pool.close();
});

it("shares no answer unless it is told to", async () => {
  const pool = await ConnectionPool.open(path, {size: 1, threads: 1});
  const [first, second] = await Promise.all([pool.rows("select 1 as one"), pool.rows("select 1 as one")]);
  expect(second).toEqual(first);
  expect(second).not.toBe(first);
  expect(pool.sharedCount).toBe(0);
  pool.close();
});

it("says where there is no warehouse", async () => {
  await expect(ConnectionPool.open("no/such.duckdb", {size: 1})).rejects.toThrow(
    "no warehouse at no/such.duckdb; run workbench migrate to build it"
  );
});
