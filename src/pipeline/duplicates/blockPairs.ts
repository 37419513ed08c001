import {blockRecords, type BlockingKeys} from "../../analysis/duplicates/blockRecords.js";
import {foundBlocks, type FoundBlocks} from "../../analysis/duplicates/blocksOfRule.js";
import {gatherBlocks, type Blocks, type RuleBlocks} from "../../analysis/duplicates/blocks.js";
import type {Degrees} from "../../analysis/duplicates/compareDistances.js";
import {pointKeys} from "../../analysis/duplicates/pointKeys.js";
import {naming} from "../../warehouse/models.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import type {Warehouse} from "../../warehouse/open.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import type {LinkageThreads} from "./linkageThreads.js";
import {parametersOf} from "./parametersOf.js";
import {readBlockingKeys} from "./readBlockingKeys.js";
import {readIntegers} from "./readColumns.js";
import type {ReadRecords} from "./readComparisons.js";

/** Number of the rule of coordinates. */
const POINT = 256;
/** Records whose texts are gathered at a time: DuckDB holds the lists of all of them in memory. */
const GATHERED = 500_000;

/** The records whose pairs are wanted, and where a second file begins. */
export interface RecordCounts {
  records: number;
  boundary: number;
}

/**
 * Groups the records by all blocking rules. Blocks too large for a rule's budget are divided by further values of
 * their records, twice; what is still too large is compared within a window. What was read lies in shared memory.
 */
export async function blockPairs(
  warehouse: Warehouse,
  {recordValues, points}: ReadRecords,
  {records, boundary}: RecordCounts,
  threads: LinkageThreads
): Promise<Blocks> {
  const settings = await parametersOf(warehouse);
  const {refiners, rules, keysOf} = await readBlockingKeys(warehouse, recordValues, records);
  const budget = Math.max(settings("linkage_minimum_pairs"), settings("linkage_pairs_per_record") * records);
  const limits = {budget, boundary};
  const calls: Promise<FoundBlocks>[] = [];
  for (const rule of rules) {
    const rows = inSharedMemory(await keysOf(rule));
    calls.push(threads.call("blocksOfRule", rows, {values: recordValues[rule.field]!, refiners}, limits));
  }
  const beside = warehouse.lanes > 1 ? readSortOrder(warehouse, records) : undefined;
  beside?.catch(() => undefined);
  const atPoints = points && foundBlocks(POINT, blockRecords(pointBlockingKeys(points), refiners, limits));
  const found = await Promise.all(calls);
  if (atPoints) found.push(atPoints);
  const order = await (beside ?? readSortOrder(warehouse, records));
  const large = found.map((blocks) => blocks.large);
  sortMembers(large, order);
  const whole = found.flatMap((blocks) => blocks.whole);
  return gatherBlocks(whole, large, {records, boundary, window: settings("linkage_window")});
}

function pointBlockingKeys(points: Degrees): BlockingKeys {
  const {keys, count} = pointKeys(points);
  return {keys, owns: new Int32Array(count).fill(-1)};
}

/** Reads all records in the order in which neighbours are compared. */
async function readSortOrder(warehouse: Warehouse, records: number): Promise<Int32Array> {
  await gatherSortTexts(warehouse, records);
  const file = readSqlFile("sql/analysis/duplicates/blocking/sort_order.sql");
  const [order = new Int32Array()] = await naming(file, () => readIntegers(warehouse, file.text));
  return order;
}

/** Puts the members of each block in the given order of records. */
function sortMembers(blocks: RuleBlocks[], order: Int32Array): void {
  const ranks = new Int32Array(order.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank]!] = rank;
  for (const {offsets, members} of blocks)
    for (let block = 0; block + 1 < offsets.length; block++) {
      const part = members.subarray(offsets[block], offsets[block + 1]);
      for (let i = 0; i < part.length; i++) part[i] = ranks[part[i]!]!;
      part.sort();
      for (let i = 0; i < part.length; i++) part[i] = order[part[i]!]!;
    }
}

/** Fills linkage.sort_texts (record, sort_text). */
async function gatherSortTexts(warehouse: Warehouse, records: number): Promise<void> {
  await warehouse.run("create or replace table linkage.sort_texts (record integer, sort_text varchar)");
  const file = readSqlFile("sql/analysis/duplicates/blocking/sort_texts.sql");
  for (let from = 0; from < records; from += GATHERED)
    await naming(file, () =>
      warehouse.run(`insert into linkage.sort_texts by name (${file.text}\n)`, {from, to: from + GATHERED})
    );
}
