import {blockRecords, type BlockingKeys} from "../../analysis/duplicates/blockRecords.js";
import {foundBlocks} from "../../analysis/duplicates/blocksOfRule.js";
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
  const keys = await readBlockingKeys(warehouse, recordValues, records);
  const refiners = inSharedMemory(keys.refiners);
  const budget = Math.max(settings("linkage_minimum_pairs"), settings("linkage_pairs_per_record") * records);
  const limits = {budget, boundary};
  const calls = keys.rules.map(({field, ...rows}) =>
    threads.call("blocksOfRule", inSharedMemory(rows), {values: recordValues[field]!, refiners}, limits)
  );
  const reading = readSortOrder(warehouse);
  const atPoints = points && foundBlocks(POINT, blockRecords(keysOf(points), refiners, limits));
  const [order, ...found] = await Promise.all([reading, ...calls]);
  if (atPoints) found.push(atPoints);
  const large = found.map((blocks) => blocks.large);
  sortMembers(large, order);
  const whole = found.flatMap((blocks) => blocks.whole);
  return gatherBlocks(whole, large, {records, boundary, window: settings("linkage_window")});
}

function keysOf(points: Degrees): BlockingKeys {
  const {keys, count} = pointKeys(points);
  return {keys, owns: new Int32Array(count).fill(-1)};
}

/** Reads all records in the order in which neighbours are compared. */
async function readSortOrder(warehouse: Warehouse): Promise<Int32Array> {
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
