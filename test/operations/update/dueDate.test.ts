import {expect, it} from "vitest";
import type {StepName} from "../../../src/config/updateSettings.js";
import {dueDate} from "../../../src/operations/update/dueDate.js";
import type {RunStatus, UpdateRun} from "../../../src/pipeline/updateLog.js";

const run = (step: StepName, startedAt: string, status: RunStatus = "published"): UpdateRun => ({
  runId: startedAt,
  startedAt,
  finishedAt: startedAt,
  actor: "test",
  reason: null,
  steps: [step],
  status,
  buildId: null,
  outcomes: [
    {step, source: null, status, added: null, changed: null, removed: null, unchanged: null, reason: null}
  ],
  fetches: [],
  warnings: []
});

it.each([
  ["oxford-vacancies", "2026-11-02T06:00:00Z", "2026-12-01T00:00:00.000Z"],
  ["oxford-vacancies", "2026-11-30T23:59:59Z", "2026-12-01T00:00:00.000Z"],
  ["network-analysis", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00.000Z"],
  ["samhsa-quarterly", "2026-10-01T00:00:00Z", "2027-01-01T00:00:00.000Z"],
  ["samhsa-quarterly", "2026-08-15T00:00:00Z", "2026-10-01T00:00:00.000Z"]
] as const)("%s that succeeded at %s is due again from %s", (step, at, due) => {
  expect(dueDate(step, [run(step, at)])?.toISOString()).toBe(due);
});

it("a step that has never succeeded is due at once", () => {
  expect(dueDate("oxford-vacancies", [])).toBeNull();
  expect(dueDate("oxford-vacancies", [run("oxford-vacancies", "2026-11-02T06:00:00Z", "failed")])).toBeNull();
  expect(dueDate("oxford-vacancies", [run("network-analysis", "2026-11-02T06:00:00Z")])).toBeNull();
});

it("a failed or skipped run after a success does not move the date", () => {
  const runs = [
    run("oxford-vacancies", "2026-10-02T06:00:00Z"),
    run("oxford-vacancies", "2026-11-02T06:00:00Z", "failed"),
    run("oxford-vacancies", "2026-11-03T06:00:00Z", "skipped")
  ];
  expect(dueDate("oxford-vacancies", runs)?.toISOString()).toBe("2026-11-01T00:00:00.000Z");
});

it("a success without news counts", () => {
  const runs = [run("oxford-vacancies", "2026-11-02T06:00:00Z", "unchanged")];
  expect(dueDate("oxford-vacancies", runs)?.toISOString()).toBe("2026-12-01T00:00:00.000Z");
});
