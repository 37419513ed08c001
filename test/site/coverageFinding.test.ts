import {describe, expect, it} from "vitest";
import {countiesWithoutSteps} from "../../reports/components/coverageContinuum.js";
import {coverageFinding, findingDistance, peopleFar} from "../../reports/components/coverageFinding.js";
import type {CoverageRow} from "../../reports/components/coverageMeasures.js";
import {rollUp} from "../../reports/components/coverageRollUp.js";
import {unplacedText} from "../../reports/components/coverageUnplaced.js";

const row = (given: Partial<CoverageRow>): CoverageRow => ({
  level: "state",
  area: "RI",
  kind: "narr_residences",
  population: 1000,
  point_people: 1000,
  records: 10,
  sites: 10,
  unplaced_sites: 0,
  is_distance_known: true,
  sites_per_100k: 1000,
  beds: null,
  beds_per_100k: null,
  nearest_miles: 2,
  third_nearest_miles: 4,
  share_beyond_near: 0.2,
  share_beyond_middle: 0.1,
  share_beyond_far: 0,
  supply_per_100k: 1,
  ...given
});
const unknown = {
  is_distance_known: false,
  nearest_miles: null,
  share_beyond_near: null,
  share_beyond_middle: null
};

describe("sites without a place", () => {
  it("are told with what they mean for distances, and the states that they leave unknown", () => {
    const rows = [
      row({level: "nation", area: "US", unplaced_sites: 77}),
      row({area: "GA", unplaced_sites: 44, ...unknown}),
      row({area: "MI", unplaced_sites: 32, ...unknown}),
      row({area: "OH", unplaced_sites: 1})
    ];
    expect(unplacedText(rows, 0.2)).toBe(
      "77 listed sites have neither coordinates nor a ZIP code and can be in no distance, so that help may be nearer than said here, and never farther. In Georgia and Michigan they are more than 20% of those listed: distances there are not known, and the people who live there are left out of the nation’s."
    );
    expect(unplacedText([row({level: "nation", area: "US"})], 0.2)).toBe("");
  });

  it("count once for a state, and its people in no mean, when counties add up", () => {
    const rolled = rollUp(
      [
        row({level: "county", area: "13001", state: "GA", unplaced_sites: 44, ...unknown}),
        row({level: "county", area: "13003", state: "GA", unplaced_sites: 44, ...unknown}),
        row({level: "county", area: "44001", state: "RI", nearest_miles: 6, unplaced_sites: 1})
      ],
      {level: "nation", area: "US"}
    );
    expect(rolled).toMatchObject({unplaced_sites: 45, point_people: 1000, nearest_miles: 6});
  });

  it("are no missing step of a county", () => {
    const county = {level: "county" as const, name: "Bartow", state: "GA", area: "13015", sites: 0};
    const names = new Map([
      ["detox", "Detoxification"],
      ["recovery_residence", "Recovery residence"]
    ]);
    const rows = [
      row({...county, kind: "detox"}),
      row({...county, kind: "recovery_residence", unplaced_sites: 44, ...unknown})
    ];
    expect(countiesWithoutSteps(rows, names)).toMatchObject([
      {missing_count: 1, missing_steps: "Detoxification"}
    ]);
  });
});

it("says the finding at the distance that the map shows", () => {
  const distances = {near: 10, middle: 30, far: 60};
  const rows = [
    row({level: "nation", area: "US", point_people: 2_000_000, share_beyond_near: 0.25}),
    row({area: "RI", point_people: 1_500_000, share_beyond_near: 0.3}),
    row({area: "VT", point_people: 500_000, share_beyond_near: 0.1})
  ];
  const said = coverageFinding(rows, {
    kindName: "NARR recovery residences",
    ...findingDistance(distances, "sites")
  });
  expect(said).toContain("500K people (25%) live more than 10 miles from the nearest listed site");
  expect(said).toContain("largest in Rhode Island (30%)");
  expect(findingDistance(distances, "share_beyond_far")).toEqual({distance: 60, share: "share_beyond_far"});
});

describe("the number of people who live far away", () => {
  const far = (given: Partial<CoverageRow>) => peopleFar(row(given), "share_beyond_near", "people");

  it("is one of all residents where the distance of nearly all of them is known", () => {
    expect(far({population: 1_000_000, point_people: 990_000, share_beyond_near: 0.1})).toBe(
      "99K people (10%)"
    );
  });

  it("says of how many people it is where the distance of others is not known", () => {
    const said = far({population: 4_000_000, point_people: 2_500_000, share_beyond_near: 0.02});
    expect(said).toBe("50K of the 2.5M people whose distance is known (2%)");
  });

  it("is none below a thousand", () => {
    expect(far({point_people: 99_000, share_beyond_near: 0.01})).toBe("");
  });
});
