import {expect, it} from "vitest";
import type {Aspect, Comparison} from "../../../src/analysis/duplicates/comparison.js";
import {plainMatch} from "../../../src/analysis/duplicates/plainMatch.js";

const levels = ["same", "alike", "partly"].map((label, i) => ({label, prior: [0.7, 0.2, 0.1][i]!}));
const comparison = (aspect: Aspect): Comparison => ({
  name: aspect,
  aspect,
  levels: [...levels, {label: "different", prior: 0.1, disagrees: true}],
  compare: () => 0,
  share: () => 1,
  recount: () => {}
});
const probability = plainMatch([comparison("who"), comparison("where"), comparison("what")], 1024);
const of = (...row: [number, number, number]) =>
  probability({count: 1, width: 3, levels: Int8Array.from(row), rarity: Float32Array.of(9, 0, 9)}, 0);

it("takes agreement on a rare value for a match where nothing else disagrees", () => {
  expect(of(0, -1, -1)).toBe(0.8);
  expect(of(1, 2, 0)).toBe(0.8);
  expect(of(2, 0, 0)).toBe(0);
  expect(of(0, 3, 0)).toBe(0);
});

it("lets descriptions differ beside a rare name, but not names beside a rare code", () => {
  expect(of(0, -1, 3)).toBe(0.5);
  expect(of(3, -1, 0)).toBe(0);
  const common = Float32Array.of(3, 0, 3);
  expect(probability({count: 1, width: 3, levels: Int8Array.of(0, 0, 0), rarity: common}, 0)).toBe(0);
});
