import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {command as backup} from "../../src/cli/commands/backup.js";
import {command as exporting} from "../../src/cli/commands/export.js";
import {command as motherduck} from "../../src/cli/commands/motherduck.js";
import type {Command} from "../../src/cli/command.js";
import {publishFixture} from "../operations/warehouseFixture.js";

vi.setConfig({testTimeout: 240_000});

let fixture: Awaited<ReturnType<typeof publishFixture>>;
beforeAll(async () => {
  fixture = await publishFixture();
});
afterAll(() => fixture.remove());

/** Runs a command in this process and returns its exit code and what it prints. */
async function run(command: Command, positionals: string[], values: Record<string, string | boolean> = {}) {
  const lines: string[] = [];
  const output = {
    line: (text = "") => void lines.push(text),
    json: (value: unknown) =>
      void lines.push(
        JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? Number(one) : one))
      ),
    progress: () => undefined,
    done: () => undefined
  };
  const defaults = Object.entries(command.options ?? {}).flatMap(([name, option]) =>
    option.default === undefined ? [] : [[name, option.default]]
  );
  const code = await command.run({
    values: {...Object.fromEntries(defaults), ...values},
    positionals,
    config: fixture.config,
    output
  });
  return {code: code ?? 0, text: lines.join("\n")};
}

it("backs up, lists, verifies, restores and prunes, and says so in one line each", async () => {
  const made = await run(backup, ["create"], {type: "weekly"});
  const [name] = /^\S+-weekly/.exec(made.text)!;
  expect(made).toMatchObject({code: 0, text: expect.stringContaining("restored once and equal") as string});
  expect((await run(backup, ["list"])).text).toContain(name);
  expect((await run(backup, ["verify"])).text).toContain(`${name}: whole;`);
  expect((await run(backup, ["restore", name])).text).toContain(`${name} is published`);
  expect((await run(backup, ["prune"], {"dry-run": true})).text).toBe("1 kept");
  const load = join(fixture.config.state, "backups", name, "load.sql");
  const text = readFileSync(load, "utf8");
  writeFileSync(load, `${text} `);
  expect(await run(backup, ["verify"], {all: true})).toMatchObject({
    code: 1,
    text: expect.stringContaining("DAMAGED: backup") as string
  });
  writeFileSync(load, text);
  const file = join(fixture.config.state, "backups", name, "manifest.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("weekly", "Weekly"));
  expect(await run(backup, ["list"])).toMatchObject({
    code: 1,
    text: expect.stringContaining("DAMAGED") as string
  });
  expect(await run(backup, ["prune"])).toMatchObject({
    code: 1,
    text: expect.stringContaining("left alone") as string
  });
});

it("exports and reads back", async () => {
  const to = join(fixture.config.state, "csv");
  expect((await run(exporting, ["csv"], {to})).text).toMatch(/: \d+ tables, \d+ rows/);
  const into = join(fixture.config.state, "csv.duckdb");
  const result = JSON.parse((await run(exporting, ["import", to], {into, json: true})).text) as object;
  expect(result).toMatchObject({kind: "csv", into});
});

it("checks, syncs, queries and prices, with exit code 1 for a broken rule", async () => {
  const target = join(fixture.config.state, "rehearsal.duckdb");
  expect(await run(motherduck, ["check"])).toMatchObject({
    code: 1,
    text: expect.stringMatching(/ERROR +No types of its own\n.*\n +type analysis\.size/) as string
  });
  expect((await run(motherduck, ["sync"], {target, initial: true})).text).toContain("verified by row count");
  const sql = "select count(*)::integer as n from local.main.services join cloud.main.services using (id)";
  expect((await run(motherduck, ["query", sql], {target})).text).toBe("n\n2\n(1 rows)");
  expect((await run(motherduck, ["cost"])).text).toMatch(/storage .* USD a month/);
});

it("names the words that it takes", async () => {
  await expect(run(backup, [])).rejects.toMatchObject({exitCode: 2, message: /create, list, verify/});
  await expect(run(backup, ["create"], {type: "hourly"})).rejects.toThrow("unknown type of backup: hourly");
  await expect(run(exporting, ["xml"])).rejects.toMatchObject({
    exitCode: 2,
    message: /parquet, json, csv, hsds/
  });
  await expect(run(exporting, ["csv", "folder"])).rejects.toThrow("name the folder with --to");
  await expect(run(motherduck, ["sync"])).rejects.toThrow("say which");
  await expect(run(motherduck, ["toString"])).rejects.toMatchObject({exitCode: 2});
});
