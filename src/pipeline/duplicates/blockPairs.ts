import {INTEGER} from "@duckdb/node-api";
import {blockRecords, type BlockingKeys} from "../../analysis/duplicates/blockRecords.js";
import {foundBlocks, type FoundBlocks} from "../../analysis/duplicates/blocksOfRule.js";
import {gatherBlocks, type Blocks, type RuleBlocks} from "../../analysis/duplicates/blocks.js";
import type {ListColumn} from "../../analysis/duplicates/listColumn.js";
import {pointKeys} from "../../analysis/duplicates/pointKeys.js";
import {naming} from "../../warehouse/models.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import {inSharedMemory} from "../sharedMemory.js";
import type {LinkageThreads} from "./linkageThreads.js";
import {parametersOf} from "./parametersOf.js";
import {readBlockingKeys} from "./readBlockingKeys.js";
import {readIntegers} from "./readColumns.js";
import {readPoints} from "./readPoints.js";

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
 * their records, twice; what is still too large is compared within a window. recordValues lies in shared memory.
 */
export async function blockPairs(
  warehouse: Warehouse,
  recordValues: ListColumn[],
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
  const points = await readPointKeys(warehouse);
  const found = await Promise.all(calls);
  if (points) found.push(foundBlocks(POINT, blockRecords(points, refiners, limits)));
  const large = found.map((blocks) => blocks.large);
  await sortMembers(warehouse, large, records);
  const whole = found.flatMap((blocks) => blocks.whole);
  return gatherBlocks(whole, large, {records, boundary, window: settings("linkage_window")});
}

async function readPointKeys(warehouse: Warehouse): Promise<BlockingKeys | undefined> {
  const points = await readPoints(warehouse);
  if (!points) return undefined;
  const {keys, count} = pointKeys(...points);
  return {keys, owns: new Int32Array(count).fill(-1)};
}

/** Puts the members of each block in the order in which neighbours are compared. */
async function sortMembers(warehouse: Warehouse, blocks: RuleBlocks[], records: number): Promise<void> {
  const isCrowded = new Uint8Array(records);
  for (const {members} of blocks) for (const record of members) isCrowded[record] = 1;
  const crowded = Int32Array.from(isCrowded.keys()).filter((record) => isCrowded[record]);
  await warehouse.run("create or replace table linkage.crowded_records (record integer)");
  await appendColumns(warehouse, "linkage.main.crowded_records", [[INTEGER, crowded]]);
  await gatherSortTexts(warehouse, records);
  const file = readSqlFile("sql/analysis/duplicates/blocking/sort_order.sql");
  const [order = new Int32Array()] = await naming(file, () => readIntegers(warehouse, file.text));
  const ranks = new Int32Array(records);
  for (const [rank, record] of order.entries()) ranks[record] = rank;
  for (const {offsets, members} of blocks)
    for (let block = 0; block + 1 < offsets.length; block++) {
      const part = members.subarray(offsets[block], offsets[block + 1]);
      part.set(
        part
          .map((record) => ranks[record]!)
          .sort()
          .map((rank) => order[rank]!)
      );
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
