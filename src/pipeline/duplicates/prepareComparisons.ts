import type {ComparedPairs} from "../../analysis/duplicates/comparePairs.js";
import type {ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import type {RecordPairs} from "../../analysis/duplicates/randomPairs.js";
import type {Warehouse} from "../../warehouse/open.js";
import {compareAll} from "./compareAll.js";
import type {LinkageField} from "./linkageField.js";
import type {LinkageThreads} from "./linkageThreads.js";
import {readComparisons, type ReadRecords} from "./readComparisons.js";

/** What is there before. */
export interface Preparation {
  read: ReadRecords;
  drawn: RecordPairs;
  threads: LinkageThreads;
}

/**
 * Reads what is compared on a connection of its own, and compares random pairs, while other threads and another
 * connection group the records.
 */
export async function prepareComparisons(
  warehouse: Warehouse,
  fields: LinkageField[],
  {read, drawn, threads}: Preparation
): Promise<{data: ComparisonField[]; random: ComparedPairs}> {
  const beside = await warehouse.beside();
  try {
    const data = await readComparisons(beside, fields, read, threads);
    return {data, random: await compareAll(threads, data, drawn)};
  } finally {
    beside.close();
  }
}
