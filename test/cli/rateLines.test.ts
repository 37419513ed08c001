import {expect, it} from "vitest";
import {rateLines} from "../../src/cli/rateLines.js";

it("the rate of loading is told apart from the rate of the whole build", () => {
  // 41,000 records in 5 s are 8,200 a second, in 20.5 s 2,000.
  expect(rateLines({recordCount: 41000, organizationCount: 40500, loadMs: 5000, durationMs: 20500})).toEqual([
    "sources to a checked warehouse: 41,000 records in 5.00 s (8,200 records/s)",
    "with the analyses: 40,500 organizations from 41,000 records in 20.50 s (2,000 records/s)"
  ]);
});
