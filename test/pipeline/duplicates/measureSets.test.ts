import {existsSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {listingMetrics} from "../../../src/analysis/duplicates/listingMetrics.js";
import {measureSets} from "../../../src/pipeline/duplicates/measureSets.js";

const SHARED = process.env.WORKBENCH_SHARED_DATA ?? "../shared/data";

it.skipIf(!existsSync(join(SHARED, "labelled_pairs")))(
  "every labelled set reaches its goal with the default settings (skipped where ../shared/data is absent)",
  async () => {
    const sets = await measureSets(SHARED, "no-such-warehouse");
    expect(sets.filter(({status}) => status === "missed")).toEqual([]);
    expect(sets.filter(({status}) => status === "met").length).toBeGreaterThan(3);
  }
);

it("passes over sets whose files are not there", async () => {
  const sets = await measureSets("no-such-folder", "no-such-warehouse");
  expect(sets.length).toBeGreaterThan(5);
  expect(new Set(sets.map(({status}) => status))).toEqual(new Set(["absent"]));
});

it("counts places listed under two kinds by whether their listings have one name", () => {
  const listings = [
    {name: "Harbor House", place: "1 Oak St Salem", kind: "SU"},
    {name: "HARBOR HOUSE ", place: "1 oak st salem", kind: "MH"},
    {name: "Summit", place: "2 Elm St Salem", kind: "SU"},
    {name: "Summit Clinic", place: "2 Elm St Salem", kind: "MH"},
    {name: "Anchor", place: "3 Elm St Salem", kind: "SU"},
    {name: "Anchor", place: "3 Elm St Salem", kind: "MH"},
    {name: "Beacon", place: "4 Elm St Salem", kind: "SU"},
    {name: "Beacon", place: "4 Elm St Salem", kind: "SU"}
  ];
  const metrics = {sameNamed: 2, sameNamedJoined: 1, variants: 1, variantsJoined: 1};
  expect(listingMetrics(listings, [0, 0, 2, 2, 4, 5, 6, 6])).toEqual(metrics);
});
