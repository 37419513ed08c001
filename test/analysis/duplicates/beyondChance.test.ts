import {expect, it} from "vitest";
import {beyondChance} from "../../../src/analysis/duplicates/beyondChance.js";
import type {Comparison} from "../../../src/analysis/duplicates/comparison.js";

const known = {
  levels: ["same", "alike", "partly", "different"].map((label) => ({label, prior: 0.25})),
  compare: () => 0,
  share: () => 1,
  recount: () => {}
};
const title: Comparison = {...known, name: "title", aspect: "what", surprise: () => 15};
const year: Comparison = {...known, name: "year", aspect: "what"};

// 2^20 possible pairs: 20 bits would bring about one such pair by chance, and 17 eight of them.
const isBeyond = beyondChance([title, year], 2 ** 20, 3);
const of = (levels: [number, number], rarity: number) =>
  isBeyond({count: 1, width: 2, levels: Int8Array.from(levels), rarity: Float32Array.of(1, rarity)}, 0, {
    a: Int32Array.of(0),
    b: Int32Array.of(1)
  });

it("adds the surprise of shared words to the rarity of shared values", () => {
  expect(of([0, 0], 2)).toBe(true);
  expect(of([0, 0], 1.9)).toBe(false);
  expect(of([1, 1], 2)).toBe(true);
});

it("says no where a value is missing and the rest is too common, or where anything differs", () => {
  expect(of([0, -1], 0)).toBe(false);
  expect(of([0, 2], 9)).toBe(false);
  expect(of([3, 0], 9)).toBe(false);
});
