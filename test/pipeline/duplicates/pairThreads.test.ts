import {expect, it} from "vitest";
import {byteStrings} from "../../../src/analysis/duplicates/byteStrings.js";
import {comparePairs} from "../../../src/analysis/duplicates/comparePairs.js";
import {comparisonOf, type ComparisonField} from "../../../src/analysis/duplicates/comparisonField.js";
import {listColumn} from "../../../src/analysis/duplicates/listColumn.js";
import {pairPatterns} from "../../../src/analysis/duplicates/pairPatterns.js";
import {randomNumbers, randomPairs} from "../../../src/analysis/duplicates/randomPairs.js";
import {joinScored, scorePairs} from "../../../src/analysis/duplicates/scoredPairs.js";
import {stringField} from "../../../src/analysis/duplicates/stringField.js";
import {trainModel} from "../../../src/analysis/duplicates/trainModel.js";
import {pairThreads} from "../../../src/pipeline/duplicates/pairThreads.js";
import {inSharedMemory} from "../../../src/pipeline/sharedMemory.js";

const RECORDS = 300;
const next = randomNumbers(3);
const rows = Int32Array.from({length: RECORDS}, (_, i) => i);

function codes(name: string, values: number): ComparisonField {
  const ids = Int32Array.from(rows, () => Math.floor(next() * values));
  const strings = byteStrings(Array.from({length: values}, (_, i) => String(1000003 * (i + 1))));
  return {kind: "code", name, field: stringField(listColumn(rows, ids, RECORDS), strings)};
}

const points = () => Float64Array.from(rows, () => Math.floor(next() * 20) / 1000);
const fields = inSharedMemory<ComparisonField[]>([
  codes("rare", 150),
  codes("common", 9),
  {kind: "distance", name: "distance", latitudes: points(), longitudes: points()}
]);
const pairs = randomPairs(RECORDS, 1e6);
const entities = Int32Array.from(rows, (row) => row - (row % 2));

/** Learns, counts values anew and scores, with as many threads as the pair count is worth. */
async function scored(pairCount: number) {
  const comparisons = fields.map(comparisonOf);
  const threads = pairThreads(comparisons, fields, pairCount);
  try {
    const compared = await threads.compare(pairs);
    const model = trainModel(
      {comparisons, random: compared, candidates: compared, scale: 1, records: RECORDS, possiblePairs: 44850},
      {
        overlap: {agreeing: 1, disagreeing: 1, doubted: 1},
        priorMatches: 10,
        priorShare: 0.3,
        iterations: 9
      }
    );
    for (const comparison of comparisons) comparison.recount(entities);
    const scoring = {model, comparisons, least: -12};
    threads.learn(scoring, entities);
    for (let at = 0; at < pairs.a.length; at += 5000)
      await threads.add({a: pairs.a.slice(at, at + 5000), b: pairs.b.slice(at, at + 5000)});
    return {joined: joinScored(await threads.blocks()), alone: scorePairs(scoring, pairs.a, pairs.b)};
  } finally {
    await threads.close();
  }
}

it("scores alike on one thread and on several, in the order of the records", async () => {
  const [one, two] = [await scored(0), await scored(1e6)];
  expect(one.joined.a.length).toBeGreaterThan(100);
  expect(one.joined.a.length).toBeLessThan(pairs.a.length);
  expect(one.joined).toEqual(one.alone);
  expect(two.joined).toEqual(one.joined);
});

it("puts pairs together that agree alike, and counts each", () => {
  const compared = comparePairs(fields.map(comparisonOf), pairs.a, pairs.b);
  const patterns = pairPatterns(compared);
  const row = (from: typeof compared, i: number) =>
    [...from.levels.subarray(i * 3, i * 3 + 3), ...from.rarity.subarray(i * 3, i * 3 + 3)].join();
  const counts = new Map<string, number>();
  for (let i = 0; i < compared.count; i++)
    counts.set(row(compared, i), (counts.get(row(compared, i)) ?? 0) + 1);
  expect(patterns.count).toBe(counts.size);
  for (let i = 0; i < patterns.count; i++) expect(patterns.counts[i]).toBe(counts.get(row(patterns, i)));
});
