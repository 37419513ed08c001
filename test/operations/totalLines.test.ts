import {expect, it} from "vitest";
import {totalLines} from "../../src/operations/status/totalLines.js";

const file = {file: "a.json", source: "rccs", read: 9, loaded: 6, merged: 2, quarantined: 1};
const checks = [{severity: "error", passed: 26, failed: 1}];

it("says what became of the records of each file and what the checks found", () => {
  const lines = totalLines({isSample: false, files: [file], checks});
  expect(lines).toContain("  a.json  rccs: 9 read = 6 loaded + 2 merged + 1 quarantined");
  expect(lines).toContain("  error checks: 26 passed, 1 found something");
  expect(lines.join()).not.toContain("sample");
});

it("says of a sample that it is one", () => {
  expect(totalLines({isSample: true, files: [], checks: []})[0]).toContain("generated sample");
});
