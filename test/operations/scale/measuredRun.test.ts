import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {measuredRun} from "../../../src/operations/scale/measuredRun.js";

it("tells what each step of a command took, in order and in all", async () => {
  const folder = mkdtempSync(join(tmpdir(), "measured-"));
  const told: string[] = [];
  try {
    const words = ["sample", "--scale", "0.01", "--folder", folder];
    const run = await measuredRun(words, {}, ({step}) => told.push(step));
    const names = run.steps.map(({step}) => step);
    expect(told).toEqual(names);
    expect(names.at(-1)).toBe("writing the truth");
    const sum = (values: (number | null)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(sum(run.steps.map(({cpuMs}) => cpuMs))).toBeLessThanOrEqual(sum([run.cpuMs]));
    expect(sum(run.steps.map(({durationMs}) => durationMs))).toBeLessThanOrEqual(run.durationMs);
    expect(run.steps.every(({peakBytes}) => (peakBytes ?? 0) <= (run.peakBytes ?? 0))).toBe(true);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});

it("says why a command failed, and in which step", async () => {
  const run = await measuredRun(["migrate"], {WORKBENCH_SOURCES: "test/no-such-folder"});
  expect(run.failure?.reason).toMatch(/test\/no-such-folder/);
  expect(run.failure?.step).toBe(run.steps.at(-1)?.step);
  expect(run.json).toBeNull();
});
