import {describe, expect, it} from "vitest";
import {chosenHelp, countyContextText, denominatorText} from "../../reports/components/coverageFilters.js";
import type {HelpKind, HelpPair} from "../../reports/components/coverageFilters.js";

const KINDS: HelpKind[] = [
  {kind: "all", name: "Any organization", family: "all", site_count: 9},
  {kind: "treatment_centers", name: "Treatment centers", family: "type", site_count: 7},
  {kind: "rccs", name: "Recovery community centers", family: "type", site_count: 2},
  {kind: "detox", name: "Detoxification", family: "service", site_count: 3},
  {kind: "peer_support", name: "Peer support", family: "service", site_count: 4}
];
const PAIRS: HelpPair[] = [
  {organization_type: "treatment_centers", step: "detox", record_count: 3, measured_as: "detox"},
  {organization_type: "treatment_centers", step: "peer_support", record_count: 1200, measured_as: null},
  {organization_type: "rccs", step: "detox", record_count: 0, measured_as: null}
];
const choose = (type: string, step: string) => chosenHelp(KINDS, PAIRS, {type, step});

describe("the filters of type and service", () => {
  it("stand alone for what each is measured as", () => {
    expect(choose("", "").kind).toBe("all");
    expect(choose("rccs", "").kind).toBe("rccs");
    expect(choose("", "detox").kind).toBe("detox");
  });

  it("stand together for the kind that counts the same records", () => {
    expect(choose("treatment_centers", "detox")).toEqual({
      kind: "detox",
      name: "Treatment centers with detoxification",
      because: ""
    });
  });

  it("say why where nothing is measured: nobody gives it, or it is not counted apart", () => {
    expect(choose("rccs", "detox")).toMatchObject({
      kind: null,
      because: "No record of the directory is listed as recovery community centers with detoxification."
    });
    expect(choose("treatment_centers", "peer_support").kind).toBeNull();
    expect(choose("treatment_centers", "peer_support").because).toContain("not measured on its own");
  });
});

it("names each denominator with its year and coverage, the one of most people first", () => {
  const row = {used_for: "distance" as const, source: "x"};
  const rows = [
    {...row, name: "Populated places", vintage: "2010–2017", people: 10, share_of_census: 0.01},
    {...row, name: "ZIP code areas", vintage: "2010", people: 900, share_of_census: 0.9}
  ];
  expect(denominatorText(rows, "distance")).toBe(
    "residents by ZIP code areas (2010) and populated places (2010–2017), 91% of those of the 2020 Census"
  );
  expect(denominatorText(rows, "county")).toBe("residents, which are not known");
});

it("names the files of a county's figures, and nothing where there are none", () => {
  const row = {people: null, share_of_census: null, vintage: "2020"};
  const rows = [
    {...row, used_for: "context" as const, name: "Rural share of counties", source: "ruca.csv"},
    {...row, used_for: "context" as const, name: "Poverty percent of counties", source: "poor.csv"}
  ];
  expect(countyContextText(rows)).toBe("rural share of counties: ruca.csv (2020)");
  expect(countyContextText([])).toBe("");
});
