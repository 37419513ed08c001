import {expect, it} from "vitest";
import {centerCount} from "../../../src/sources/sample/centersFile.js";
import {quotasAt, total} from "../../../src/sources/sample/quotas.js";
import {residenceState} from "../../../src/sources/sample/stateTargets.js";

const plan = quotasAt(1);
const demonstration = total(plan.demonstration.outpatient) + total(plan.demonstration.residential);

it("has the plan's counts at scale 1", () => {
  expect(total(plan.residences)).toBe(404);
  expect(centerCount(plan)).toBe(207);
  expect(plan.unknownCenters).toBe(68);
  expect(total(plan.organizations) + plan.numberedOrganizations + plan.nationalOrganizations).toBe(184);
  expect(plan.nationalOrganizations).toBe(156);
  expect(total(plan.oxford)).toBe(6);
  expect(plan.merged).toBe(23_795);
  expect(demonstration).toBe(2_250 + 1_600);
});

it("splits treatment records by level of care as the plan does", () => {
  expect(plan.levels.outpatient + total(plan.demonstration.outpatient)).toBe(33_505);
  expect(plan.levels.residential + total(plan.demonstration.residential)).toBe(4_946);
  expect(plan.levels.inpatient).toBe(1_845);
  expect(total(plan.states) + demonstration).toBe(40_296);
});

it("gives the ten largest states the plan's totals over all files, in the plan's order", () => {
  const inState = (state: string) =>
    plan.states.get(state)! +
    [...plan.residences]
      .filter(([label]) => residenceState(label) === state)
      .reduce((sum, [, n]) => sum + n, 0) +
    [...plan.centers.values()].reduce((sum, states) => sum + (states.get(state) ?? 0), 0) +
    [plan.nationalCenters, plan.organizations, plan.oxford, ...Object.values(plan.demonstration)].reduce(
      (sum, states) => sum + (states.get(state) ?? 0),
      0
    );
  const totals = [...plan.states.keys()].map((state) => [state, inState(state)] as const);
  expect(totals.sort((a, b) => b[1] - a[1]).slice(0, 10)).toEqual([
    ["CA", 4_967],
    ["NY", 2_554],
    ["FL", 2_014],
    ["TX", 1_916],
    ["IL", 1_581],
    ["OH", 1_472],
    ["PA", 1_376],
    ["NC", 1_355],
    ["KY", 1_195],
    ["AZ", 1_167]
  ]);
});

it.each([0.01, 0.1, 10])("keeps every part whole at scale %d", (scale) => {
  const quotas = quotasAt(scale);
  const records = quotas.levels.outpatient + quotas.levels.residential + quotas.levels.inpatient;
  expect(total(quotas.states)).toBe(records);
  expect(Math.min(...quotas.states.values(), quotas.levels.residential)).toBeGreaterThanOrEqual(0);
  expect(total(quotas.residences)).toBe(Math.round(404 * scale));
});
