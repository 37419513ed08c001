import {createRequire} from "node:module";
import {expect, it} from "vitest";
import {readTerritoryZips, type TerritoryZip} from "../../../src/sources/reference/territoryZips.js";

it("the text of the zipcodes package says what its code says", () => {
  const {codes} = createRequire(import.meta.url)("zipcodes") as {codes: Record<string, TerritoryZip>};
  const states = ["PR", "VI", "GU", "AS", "MP", "FM", "PW"];
  expect(readTerritoryZips()).toEqual(Object.values(codes).filter(({state}) => states.includes(state)));
});
