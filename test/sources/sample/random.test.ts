import {describe, expect, it} from "vitest";
import {apportion} from "../../../src/sources/sample/apportion.js";
import {Random, shuffle} from "../../../src/sources/sample/random.js";

const draws = (random: Random, count: number) => Array.from({length: count}, () => random.next());

describe("Random", () => {
  it("gives the same numbers for the same seed, purpose and index, and others for any other", () => {
    const numbers = draws(new Random(1, "site", 7), 5);
    expect(draws(new Random(1, "site", 7), 5)).toEqual(numbers);
    for (const other of [new Random(2, "site", 7), new Random(1, "places", 7), new Random(1, "site", 8)])
      expect(draws(other, 5)).not.toEqual(numbers);
  });

  it("is even: each tenth of the range gets a tenth of the draws, within five standard deviations", () => {
    const random = new Random(3, "evenness");
    const counts = Array<number>(10).fill(0);
    const total = 100_000;
    for (const value of draws(random, total)) counts[Math.floor(value * 10)]! += 1;
    const tolerance = 5 * Math.sqrt(total * 0.1 * 0.9);
    for (const count of counts) expect(Math.abs(count - total / 10)).toBeLessThan(tolerance);
  });

  it("is even between streams too: the first draws of neighbouring indices average one half", () => {
    const firsts = Array.from({length: 20_000}, (_, index) => new Random(1, "site", index).next());
    const mean = firsts.reduce((a, b) => a + b, 0) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * firsts.length));
  });
});

it("shuffle keeps every element", () => {
  const list = Int32Array.from({length: 500}, (_, i) => i);
  const mixed = shuffle(list.slice(), new Random(1, "shuffle"));
  expect(mixed).not.toEqual(list);
  expect(mixed.slice().sort()).toEqual(list);
});

describe("apportion", () => {
  it("gives the remainder to the largest fractions: 10 seats over 21, 41, 38 are 2, 4, 4", () => {
    expect(apportion(10, [21, 41, 38])).toEqual([2, 4, 4]);
  });

  it("adds up to the total, and gives nothing where there is no weight", () => {
    expect(apportion(7, [1, 1, 1]).reduce((a, b) => a + b)).toBe(7);
    expect(apportion(7, [0, 1, 0])).toEqual([0, 7, 0]);
    expect(apportion(7, [0, 0])).toEqual([0, 0]);
  });
});
