import {expect, it} from "vitest";
import {byteStrings} from "../../../src/analysis/duplicates/byteStrings.js";
import {blockRecords} from "../../../src/analysis/duplicates/blockRecords.js";
import {gatherBlocks} from "../../../src/analysis/duplicates/blocks.js";
import {candidateList, candidatePairs} from "../../../src/analysis/duplicates/candidatePairs.js";
import {pointsInSpace} from "../../../src/analysis/duplicates/compareDistances.js";
import {comparePairs} from "../../../src/analysis/duplicates/comparePairs.js";
import {comparisonOf, type ComparisonField} from "../../../src/analysis/duplicates/comparisonField.js";
import * as linkageRuns from "../../../src/analysis/duplicates/linkageRuns.js";
import {listColumn} from "../../../src/analysis/duplicates/listColumn.js";
import {pairPatterns} from "../../../src/analysis/duplicates/pairPatterns.js";
import {randomNumbers, randomPairs} from "../../../src/analysis/duplicates/randomPairs.js";
import {joinScored} from "../../../src/analysis/duplicates/scoredPairs.js";
import {scorePairs} from "../../../src/analysis/duplicates/scorePairs.js";
import {stringField} from "../../../src/analysis/duplicates/stringField.js";
import {trainModel} from "../../../src/analysis/duplicates/trainModel.js";
import {rangesOf} from "../../../src/pipeline/duplicates/linkageThreads.js";
import {inSharedMemory} from "../../../src/analysis/sharedMemory.js";
import {Workers} from "../../../src/pipeline/workers.js";

const RECORDS = 300;
const next = randomNumbers(3);
const rows = Int32Array.from({length: RECORDS}, (_, i) => i);

function codes(name: string, values: number): ComparisonField & {kind: "code"} {
  const ids = Int32Array.from(rows, () => Math.floor(next() * values));
  const strings = byteStrings(Array.from({length: values}, (_, i) => String(1000003 * (i + 1))));
  return {kind: "code", name, field: stringField({records: listColumn(rows, ids, RECORDS), strings})};
}

const degrees = () => Float64Array.from(rows, () => Math.floor(next() * 20) / 1000);
const rare = codes("rare", 150);
const common = codes("common", 9);
const fields = inSharedMemory<ComparisonField[]>([
  rare,
  common,
  {kind: "distance", name: "distance", points: pointsInSpace({latitudes: degrees(), longitudes: degrees()})}
]);
const blocks = inSharedMemory(
  gatherBlocks(
    [rare, common].map(({field: {records}}, i) => {
      const keys = {keys: records, owns: new Int32Array(150).fill(-1), rule: 1 << i};
      const {admitted} = blockRecords(
        keys,
        {offsets: new Int32Array(RECORDS + 1), ids: new Int32Array()},
        {
          budget: 1e6,
          boundary: 0
        }
      );
      return {...admitted[0]!, rule: 1 << i};
    }),
    [],
    {records: RECORDS, window: 3, boundary: 0}
  )
);
const pairs = randomPairs(RECORDS, 1e6);
const entities = Int32Array.from(rows, (row) => row - (row % 2));

const comparisons = fields.map(comparisonOf);
const compared = comparePairs(comparisons, pairs.a, pairs.b);
const model = trainModel(
  {comparisons, random: compared, candidates: compared, scale: 1, records: RECORDS, possiblePairs: 44850},
  {
    overlap: {agreeing: 1, disagreeing: 1, doubted: 1},
    priorMatches: 10,
    priorShare: 0.3,
    joinedProbability: 0.8,
    iterations: 9
  }
);
for (const comparison of comparisons) comparison.recount(entities);

async function scored(threads: number) {
  const file = new URL("../../../src/analysis/duplicates/linkageRuns.ts", import.meta.url);
  const workers = await Workers.start(linkageRuns, file, {threads});
  try {
    const {comparisons: _, ...learned} = model;
    const scoring = {fields, blocks, model: learned, least: -12};
    const ranges = rangesOf(new Int32Array(RECORDS));
    const lists = await Promise.all(ranges.map((range) => workers.call("candidateList", blocks, range)));
    return joinScored(
      await Promise.all(lists.map((list) => workers.call("scoredCandidates", scoring, list)))
    );
  } finally {
    await workers.close();
  }
}

it("scores alike on one thread and on several, in the order of the records", async () => {
  const candidates = candidatePairs(candidateList(blocks, {from: 0, to: RECORDS}));
  const alone = scorePairs({model, comparisons, least: -12}, candidates);
  expect(alone.a.length).toBeGreaterThan(100);
  expect(alone.a.length).toBeLessThan(candidates.a.length);
  expect(await scored(0)).toEqual(alone);
  expect(await scored(2)).toEqual(alone);
});

it("keeps the very pairs that reach the weight when all are compared in full", () => {
  const every = scorePairs({model, comparisons, least: -Infinity}, pairs);
  const strong = Array.from(every.weights.keys()).filter((i) => every.weights[i]! >= -12);
  const kept = scorePairs({model, comparisons, least: -12}, pairs);
  expect([...kept.a]).toEqual(strong.map((i) => every.a[i]!));
  expect([...kept.weights]).toEqual(strong.map((i) => every.weights[i]!));
});

it("puts pairs together that agree alike, and counts each", () => {
  const patterns = pairPatterns(compared);
  const row = (from: typeof compared, i: number) =>
    [...from.levels.subarray(i * 3, i * 3 + 3), ...from.rarity.subarray(i * 3, i * 3 + 3)].join();
  const counts = new Map<string, number>();
  for (let i = 0; i < compared.count; i++)
    counts.set(row(compared, i), (counts.get(row(compared, i)) ?? 0) + 1);
  expect(patterns.count).toBe(counts.size);
  for (let i = 0; i < patterns.count; i++) expect(patterns.counts[i]).toBe(counts.get(row(patterns, i)));
});
