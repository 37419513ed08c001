import {blockRecords, type BlockingSettings} from "./blockRecords.js";
import type {RuleBlocks} from "./blocks.js";
import {keyCodes} from "./keyCodes.js";
import {keysOfRecords} from "./keysOfRecords.js";
import {listColumn, type ListColumn} from "./listColumn.js";

/** The keys that one rule gives the values of one field; a value may have several. */
export interface KeyRows {
  rule: number;
  values: Int32Array;
  /** Halves of the 64-bit key of each row, the lower one first. */
  keys: Int32Array;
  /** For each row, the refiner that says no more than its key, or −1. */
  owns: Int32Array;
}

/** What the rules group: the values of a field by record, and the refiners of each record. */
export interface BlockedRecords {
  values: ListColumn;
  refiners: ListColumn;
}

/** Blocks that are compared as a whole, and those that are too large for it. */
export interface FoundBlocks {
  whole: RuleBlocks[];
  large: RuleBlocks;
}

/** Groups the records by the keys of one rule; see blockRecords. */
export function blocksOfRule(
  {rule, values, keys, owns}: KeyRows,
  {values: recordValues, refiners}: BlockedRecords,
  settings: BlockingSettings
): FoundBlocks {
  const codes = keyCodes(values.length);
  const ids = values.map((_, row) => codes.add(keys[2 * row]!, keys[2 * row + 1]!));
  const ownOfKey = new Int32Array(codes.count());
  for (let row = 0; row < ids.length; row++) ownOfKey[ids[row]!] = owns[row]!;
  const keyed = {values: recordValues, keys: listColumn(values, ids, valueCount(values))};
  const keysByRecord = keysOfRecords([keyed], recordValues.offsets.length - 1);
  return foundBlocks(rule, blockRecords({keys: keysByRecord, owns: ownOfKey}, refiners, settings));
}

/** Returns the number of values that rows name, counted from 0 to the highest. */
export function valueCount(values: Int32Array): number {
  return values.reduce((most, value) => Math.max(most, value), -1) + 1;
}

/** Leaves out of the blocks of a rule what only dividing them needs. */
export function foundBlocks(
  rule: number,
  {admitted, large}: {admitted: Omit<RuleBlocks, "rule">[]; large: Omit<RuleBlocks, "rule">}
): FoundBlocks {
  const blocksOf = ({offsets, members}: Omit<RuleBlocks, "rule">) => ({rule, offsets, members});
  return {whole: admitted.map(blocksOf), large: blocksOf(large)};
}
