import {joinCompared, type ComparedPairs} from "../../analysis/duplicates/comparePairs.js";
import type {ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import type {RecordPairs} from "../../analysis/duplicates/randomPairs.js";
import {rangesOf, type LinkageThreads} from "./linkageThreads.js";

/** Compares pairs of records on all threads. */
export async function compareAll(
  threads: LinkageThreads,
  fields: ComparisonField[],
  {a, b}: RecordPairs
): Promise<ComparedPairs> {
  const calls = rangesOf(new Uint8Array(a.length)).map(({from, to}) =>
    threads.call("comparedPairs", fields, a.slice(from, to), b.slice(from, to))
  );
  return joinCompared(await Promise.all(calls), fields.length);
}
