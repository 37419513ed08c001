import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {type FaultServer, serveFaults} from "../../src/site/serveFaults.js";
import {watchInputs} from "../../src/site/watchInputs.js";

const folder = mkdtempSync(join(tmpdir(), "workbench-preview-"));
let faults: FaultServer;

beforeAll(async () => {
  faults = await serveFaults();
});
afterAll(() => {
  faults.close();
  rmSync(folder, {recursive: true});
});

it("a preview tells its pages what is wrong and what they wait for, at once and whenever that changes", async () => {
  faults.tell(["reports/page.md:5: Unexpected"]);
  const {body} = await fetch(faults.url, {headers: {origin: "http://127.0.0.1:3000"}});
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe(
    'data: {"faults":["reports/page.md:5: Unexpected"],"progress":null}\n\n'
  );
  faults.tell([]);
  expect((await reader.read()).value).toBe('data: {"faults":[],"progress":null}\n\n');
  faults.tellProgress("being built");
  expect((await reader.read()).value).toBe('data: {"faults":[],"progress":"being built"}\n\n');
  faults.tellProgress(null);
  await reader.cancel();
});

it("a preview tells nothing to the pages of other sites", async () => {
  expect((await fetch(faults.url, {headers: {origin: "https://example.org"}})).status).toBe(403);
});

it("a change is told with the folder in which it was, but not one in a cache", async () => {
  const [sql, reports] = [join(folder, "sql"), join(folder, "reports")];
  for (const path of [sql, join(reports, ".cache")]) mkdirSync(path, {recursive: true});
  const told: string[][] = [];
  const stop = watchInputs([sql, reports], async (changed) => void told.push(changed));
  writeFileSync(join(reports, ".cache/x"), "1");
  writeFileSync(join(sql, "x.sql"), "select 1");
  await expect.poll(() => told.length).toBe(1);
  stop();
  expect(told).toEqual([[sql]]);
});
