import {expect, it} from "vitest";
import {farthestKinds, knownReach} from "../../reports/components/reachByKind.js";

const kind = (kindName: string, here: number | null, nation: number | null = 0.5) => ({
  kindName,
  share_beyond_near: here,
  nation_near: nation
});

it("kinds of help whose distance is known come in order of the people who are far from them", () => {
  const rows = [
    kind("Outpatient", 0.1),
    kind("Inpatient", 0.6),
    kind("Residential", null),
    kind("Other", 1, null)
  ];
  expect(knownReach(rows).map((d) => d.kindName)).toEqual(["Inpatient", "Outpatient"]);
});

it("the farthest kind of help is named, and all that read the same beside it", () => {
  expect(farthestKinds(knownReach([kind("Inpatient", 0.9), kind("Outpatient", 0.1)]))).toBe("inpatient");
  const alike = [kind("Oxford Houses", 0.98), kind("Inpatient", 0.9801), kind("Outpatient", 0.1)];
  expect(farthestKinds(knownReach(alike))).toBe("inpatient and Oxford Houses");
  const many = ["One", "Two", "Three", "Four"].map((name) => kind(name, 1));
  expect(farthestKinds(knownReach(many))).toBe("4 kinds of help alike");
});
