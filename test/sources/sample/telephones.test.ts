import {parsePhoneNumber} from "libphonenumber-js/max";
import {expect, it} from "vitest";
import {telephone, writeTelephone} from "../../../src/sources/sample/telephones.js";
import {statePopulations} from "../../../src/sources/sample/stateTargets.js";

const REGIONS = new Map([
  ["PR", "PR"],
  ["GU", "GU"],
  ["VI", "VI"],
  ["MP", "MP"]
]);

it.each([...statePopulations().keys()])("numbers of %s are valid there and kept for fiction", (state) => {
  const numbers = Array.from({length: 40}, (_, i) => telephone(state, i));
  for (const digits of numbers) {
    expect(digits).toMatch(/^\d{3}55501\d{2}$/);
    const parsed = parsePhoneNumber(digits, "US");
    expect([parsed.isValid(), parsed.country]).toEqual([true, REGIONS.get(state) ?? "US"]);
  }
});

it("does not repeat a number before the state's area codes are used up", () => {
  const fiveCodes = Array.from({length: 500}, (_, i) => telephone("KY", i));
  expect(new Set(fiveCodes).size).toBe(500);
  expect(telephone("KY", 500)).toBe(telephone("KY", 0));
});

it("writes numbers in the forms that directories use", () => {
  expect((["dashes", "brackets", "dots"] as const).map((form) => writeTelephone("6175550123", form))).toEqual(
    ["617-555-0123", "(617) 555-0123", "617.555.0123"]
  );
});
