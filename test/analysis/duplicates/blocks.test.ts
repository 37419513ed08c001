import {describe, expect, it} from "vitest";
import {blockRecords} from "../../../src/analysis/duplicates/blockRecords.js";
import {gatherBlocks, type Blocks} from "../../../src/analysis/duplicates/blocks.js";
import {
  candidateCount,
  candidateList,
  candidatePairs,
  sampledCandidates
} from "../../../src/analysis/duplicates/candidatePairs.js";
import {countRules} from "../../../src/analysis/duplicates/countRules.js";
import {listColumn} from "../../../src/analysis/duplicates/listColumn.js";
import {randomNumbers} from "../../../src/analysis/duplicates/randomPairs.js";

const RECORDS = 200;
const rows = Int32Array.from({length: RECORDS}, (_, i) => i);
const next = randomNumbers(11);
const draw = (values: number) => Int32Array.from(rows, () => Math.floor(next() * values));
const column = (ids: Int32Array) => listColumn(rows, ids, RECORDS);
const none = {offsets: new Int32Array(RECORDS + 1), ids: new Int32Array()};
const keysOf = (ids: Int32Array, rule: number) => ({
  rule,
  keys: column(ids),
  owns: new Int32Array(Math.max(...ids) + 1).fill(-1)
});
const settings = {records: RECORDS, window: 2, boundary: 0};
const list = (blocks: Blocks) => {
  const {a, b, rules} = candidatePairs(candidateList(blocks, {from: 0, to: RECORDS}));
  return Array.from(a, (record, i) => [record, b[i]!, rules[i]!] as const);
};

/** Every pair a < b, and the sum of the rules for which it is wanted. */
function everyPair(rulesOf: (a: number, b: number) => number) {
  const pairs: (readonly [number, number, number])[] = [];
  for (let a = 0; a < RECORDS; a++)
    for (let b = a + 1; b < RECORDS; b++) if (rulesOf(a, b)) pairs.push([a, b, rulesOf(a, b)]);
  return pairs;
}

describe("blocks", () => {
  const [first, second] = [draw(40), draw(25)];
  const admit = (ids: Int32Array, rule: number, boundary = 0) => ({
    ...blockRecords(keysOf(ids, rule), none, {budget: 1e9, boundary}).admitted[0]!,
    rule
  });
  const shared = (a: number, b: number) =>
    (first[a] === first[b] ? 1 : 0) + (second[a] === second[b] ? 2 : 0);

  it("propose each pair once that shares a key, with all rules that propose it", () => {
    const blocks = gatherBlocks([admit(first, 1), admit(second, 2)], [], settings);
    expect(list(blocks)).toEqual(everyPair(shared));
  });

  it("propose pairs between two files alone where there are two", () => {
    const boundary = 70;
    const parts = [admit(first, 1, boundary), admit(second, 2, boundary)];
    const blocks = gatherBlocks(parts, [], {...settings, boundary});
    expect(list(blocks)).toEqual(everyPair((a, b) => (a < boundary && b >= boundary ? shared(a, b) : 0)));
  });

  it("compare neighbours alone in a block compared within a window", () => {
    const members = rows.toReversed();
    const windowed = {rule: 4, offsets: Int32Array.of(0, RECORDS), members};
    expect(list(gatherBlocks([], [windowed], settings))).toEqual(everyPair((a, b) => (b - a <= 2 ? 4 : 0)));
  });

  it("give the same pairs and the same sample however the records are divided", () => {
    const blocks = gatherBlocks([admit(first, 1), admit(second, 2)], [], settings);
    const whole = candidateList(blocks, {from: 0, to: RECORDS});
    const parts = [0, 31, 90].map((from, i, starts) =>
      candidateList(blocks, {from, to: [...starts, RECORDS][i + 1]!})
    );
    expect(candidateCount(parts)).toBe(list(blocks).length);
    expect(parts.flatMap((part) => [...candidatePairs(part).a])).toEqual([...candidatePairs(whole).a]);
    expect(parts.flatMap(({partners}) => [...partners])).toEqual([...whole.partners]);
    const {a, b} = sampledCandidates(parts, 7);
    const every = list(blocks).filter((_, i) => i % 7 === 0);
    expect(Array.from(a, (record, i) => [record, b[i]])).toEqual(every.map(([x, y]) => [x, y]));
    expect(sampledCandidates([whole], 7)).toEqual({a, b});
  });

  it("give the partners of a record in their order, however many there are", () => {
    const key = {keys: column(new Int32Array(RECORDS)), owns: Int32Array.of(-1)};
    const level = blockRecords(key, none, {budget: 1e9, boundary: 0}).admitted[0]!;
    const blocks = gatherBlocks([admit(second, 2), {...level, rule: 1}], [], settings);
    expect(list(blocks)).toEqual(everyPair((a, b) => (second[a] === second[b] ? 3 : 1)));
  });

  it("count what each rule proposed, what it alone proposed, and what was joined", () => {
    const blocks = gatherBlocks([admit(first, 1), admit(second, 2)], [], settings);
    const labels = rows.map((record) => record % 3);
    const pairs = list(blocks);
    const joined = pairs.filter(([a, b]) => a % 3 === b % 3);
    const lists = [candidateList(blocks, {from: 0, to: 90}), candidateList(blocks, {from: 90, to: RECORDS})];
    expect(countRules(lists, labels, [1, 2])).toEqual(
      [1, 2].map((rule) => ({
        pairs: pairs.filter(([, , rules]) => rules & rule).length,
        alone: pairs.filter(([, , rules]) => rules === rule).length,
        joined: joined.filter(([, , rules]) => rules & rule).length
      }))
    );
  });
});

describe("blockRecords", () => {
  it("admits the smallest blocks until the budget is spent, and divides the others by further values", () => {
    // One key for all 200 records and a refiner with 20 values of 10 records: 20 × 45 pairs are within 1,000.
    const key = keysOf(new Int32Array(RECORDS), 1);
    const refiner = rows.map((row) => row % 20);
    const {admitted, large} = blockRecords(key, column(refiner), {budget: 1000, boundary: 0});
    expect(admitted.map(({owns}) => owns.length)).toEqual([0, 20, 0]);
    expect(large.members.length).toBe(0);
    const blocks = gatherBlocks(
      admitted.map((level) => ({...level, rule: 1})),
      [],
      settings
    );
    expect(list(blocks)).toEqual(everyPair((a, b) => (a % 20 === b % 20 ? 1 : 0)));
  });

  it("leaves for the window what two divisions do not make small enough", () => {
    const key = keysOf(new Int32Array(RECORDS), 1);
    const refiners = listColumn(
      Int32Array.from({length: 2 * RECORDS}, (_, i) => i % RECORDS),
      Int32Array.from({length: 2 * RECORDS}, (_, i) => Math.floor(i / RECORDS)),
      RECORDS
    );
    const {admitted, large} = blockRecords(key, refiners, {budget: 1000, boundary: 0});
    expect(admitted.every(({members}) => members.length === 0)).toBe(true);
    expect([...large.members]).toEqual([...rows]);
  });

  it("does not divide a block by what its key already says", () => {
    const key = {...keysOf(new Int32Array(RECORDS), 1), owns: Int32Array.of(0)};
    const {large} = blockRecords(key, column(new Int32Array(RECORDS)), {budget: 1000, boundary: 0});
    expect(large.members.length).toBe(0);
  });
});
