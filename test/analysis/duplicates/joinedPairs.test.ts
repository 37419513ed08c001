import {expect, it} from "vitest";
import type {Aspect, Comparison} from "../../../src/analysis/duplicates/comparison.js";
import {joinedPairs} from "../../../src/analysis/duplicates/joinedPairs.js";

const deciding = (aspect: Aspect): Comparison => ({
  name: aspect,
  aspect,
  decides: true,
  levels: [
    {label: "same", prior: 0.9},
    {label: "different", prior: 0.1, disagrees: true}
  ],
  compare: () => 0,
  share: () => 1,
  recount: () => {}
});

it("takes pairs of one entity for joined, but not those on different streets", () => {
  const rows: [name: number, street: number][] = [
    [0, 0],
    [1, 0],
    [0, -1],
    [0, 1],
    [0, 0]
  ];
  const compared = {
    count: 5,
    width: 2,
    levels: Int8Array.from(rows.flat()),
    rarity: new Float32Array(10)
  };
  const pairs = {a: Int32Array.of(0, 0, 0, 0, 0), b: Int32Array.of(1, 1, 1, 1, 2)};
  const joined = joinedPairs([deciding("who"), deciding("where")], compared, pairs, Int32Array.of(0, 0, 2));
  expect([...joined]).toEqual([1, 1, 1, 0, 0]);
});
