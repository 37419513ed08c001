import {expect, it} from "vitest";
import {recognizeAreaFile, vintageOf} from "../../../src/sources/reference/recognizeAreaFile.js";

const MEASURES = ["TotPop", "OdMortRtAv", "POP"];

it("takes a five-digit code for a county and a two-digit code for a state", () => {
  expect(recognizeAreaFile(["HEROP_ID", "TotPop"], {HEROP_ID: "050US01001"}, MEASURES).kind).toBe("county");
  expect(recognizeAreaFile(["HEROP_ID", "TotPop"], {HEROP_ID: "040US01"}, MEASURES).kind).toBe("state");
  expect(recognizeAreaFile(["GEOID", "TotPop"], {GEOID: "01001"}, MEASURES)).toEqual({
    kind: "county",
    key: "GEOID"
  });
});

it("takes a centre point with a population for ZIP code areas", () => {
  expect(recognizeAreaFile(["GEOID", "Y", "X", "POP", "state"], {GEOID: "99929"}, MEASURES).kind).toBe(
    "zcta"
  );
});

it("says unknown of a file without a column that it reads", () => {
  expect(recognizeAreaFile(["FIPS", "Rain"], {FIPS: "01001"}, MEASURES).kind).toBe("unknown");
  expect(recognizeAreaFile(["name", "TotPop"], {name: "Autauga"}, MEASURES).kind).toBe("unknown");
});

it("dates a file by its name, else by the Census whose total it matches, else not at all", () => {
  expect(vintageOf("county-ruca-2020.csv", null)).toEqual({vintage: "2020", basis: "file name"});
  expect(vintageOf("zips.csv", 308_121_082)).toEqual({vintage: "2010", basis: "total population"});
  expect(vintageOf("zips.csv", 315_000_000)).toEqual({vintage: "not stated", basis: "none"});
  expect(vintageOf("export-120201.csv", null)).toEqual({vintage: "not stated", basis: "none"});
});
