import {expect, it} from "vitest";
import {formatShare} from "../../reports/components/formats.js";

it("says 0% and 100% of a share only where it is none and all", () => {
  const shares = [0, 0.0004, 0.0005, 0.0123, 0.9994, 0.9996, 1];
  expect(shares.map(formatShare)).toEqual(["0%", "<0.1%", "0.1%", "1.2%", "99.9%", ">99.9%", "100%"]);
});

it("says of a missing share that there is none", () => {
  expect(formatShare(null)).toBe("–");
});
