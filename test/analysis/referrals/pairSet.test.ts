import {expect, it} from "vitest";
import {PairSet} from "../../../src/analysis/referrals/pairSet.js";
import {seededRandom} from "../../../src/analysis/referrals/seededRandom.js";

it("holds the pairs that a set of texts holds, through ten thousand additions and deletions", () => {
  const random = seededRandom(5);
  const nodeCount = 5_000_000;
  const nodes = Array.from({length: 40}, () => Math.floor(random() * nodeCount));
  const node = () => nodes[Math.floor(random() * nodes.length)]!;
  const name = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const pairs = new PairSet(nodeCount, 820);
  const expected = new Set<string>();
  for (let i = 0; i < 10_000; i++) {
    const [a, b] = [node(), node()];
    expect(pairs.has(b, a)).toBe(expected.has(name(a, b)));
    if (random() < 0.6) {
      pairs.add(a, b);
      expected.add(name(a, b));
    } else {
      pairs.delete(b, a);
      expected.delete(name(a, b));
    }
  }
  for (const a of nodes) for (const b of nodes) expect(pairs.has(a, b)).toBe(expected.has(name(a, b)));
});
