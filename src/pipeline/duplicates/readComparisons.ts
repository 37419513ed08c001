import type {Degrees} from "../../analysis/duplicates/compareDistances.js";
import type {ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import type {ComparisonRows, StringRows} from "../../analysis/duplicates/comparisonRows.js";
import type {ListColumn} from "../../analysis/duplicates/listColumn.js";
import type {StreetRows} from "../../analysis/duplicates/streets.js";
import type {WordRows} from "../../analysis/duplicates/wordBags.js";
import {valueCount} from "../../analysis/duplicates/blocksOfRule.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {LinkageField} from "./linkageField.js";
import type {LinkageThreads} from "./linkageThreads.js";
import {readByteStrings, readIntegers, readStrings} from "./readColumns.js";

const NONE = new Int32Array();

/** What is read before: the values of each field by record, and where the records lie. */
export interface ReadRecords {
  recordValues: ListColumn[];
  points: Degrees | undefined;
}

/**
 * Reads the tables of the linkage catalog and returns the data of one comparison per thing that can be compared, in
 * shared memory. Each is made on a thread while the next is read.
 */
export async function readComparisons(
  warehouse: Warehouse,
  fields: LinkageField[],
  {recordValues, points}: ReadRecords,
  threads: LinkageThreads
): Promise<ComparisonField[]> {
  const made: Promise<ComparisonField>[] = [];
  const make = (rows: ComparisonRows) => made.push(threads.call("comparisonField", inSharedMemory(rows)));
  const localities: (ComparisonRows & {kind: "locality"})["rows"] = {};
  for (const [number, {kind, name}] of fields.entries()) {
    const records = recordValues[number]!;
    const words = () => readWords(warehouse, number, records);
    const strings = () => readStringRows(warehouse, number, records);
    if (kind === "name" || kind === "text") make({kind, name, rows: await words()});
    else if (kind === "street") make({kind, name, rows: await readStreets(warehouse, number, records)});
    else if (kind === "city") localities.city ??= await words();
    else if (kind === "zip" || kind === "state") localities[kind] ??= await strings();
    else make({kind, name, rows: await strings()});
  }
  if (Object.keys(localities).length) make({kind: "locality", name: "locality", rows: localities});
  if (points) make({kind: "distance", name: "distance", rows: points});
  return Promise.all(made);
}

async function readWords(warehouse: Warehouse, field: number, records: ListColumn): Promise<WordRows> {
  const [values = NONE, words = NONE] = await readIntegers(
    warehouse,
    `select value_id, word_id from linkage.value_words where field = ${field}`
  );
  return {records, values, words, ...(await readVocabulary(warehouse, field, records))};
}

async function readStreets(warehouse: Warehouse, field: number, records: ListColumn): Promise<StreetRows> {
  const [values = NONE, words = NONE, positions = NONE] = await readIntegers(
    warehouse,
    `select value_id, word_id, position::integer from linkage.value_words where field = ${field}`
  );
  const roles = await readStrings(
    warehouse,
    `select role from linkage.vocabulary where field = ${field} order by word_id`
  );
  return {
    records,
    values,
    words,
    positions,
    roles,
    ...(await readVocabulary(warehouse, field, records))
  };
}

async function readVocabulary(warehouse: Warehouse, field: number, records: ListColumn) {
  const [recordCounts = NONE] = await readIntegers(
    warehouse,
    `select record_count from linkage.vocabulary where field = ${field} order by word_id`
  );
  const strings = await readByteStrings(
    warehouse,
    `select word_id, word from linkage.vocabulary where field = ${field}`
  );
  return {valueCount: valueCount(records.ids), recordCounts, strings};
}

async function readStringRows(warehouse: Warehouse, field: number, records: ListColumn): Promise<StringRows> {
  const strings = await readByteStrings(
    warehouse,
    `select value_id, plain from linkage."values" where field = ${field}`
  );
  return {records, strings};
}
