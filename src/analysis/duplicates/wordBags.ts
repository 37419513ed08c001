import type {ByteStrings} from "./byteStrings.js";
import {equalLists} from "./equalLists.js";
import {filledCount, listColumn, onlyIds, type ListColumn} from "./listColumn.js";
import {valueShares} from "./valueShares.js";

/** Units of a word's weight in one bit; whole numbers add up alike in any order. */
export const WEIGHT_UNIT = 64;

/** The values of a field of words: which bags (sets of words) each record holds, and which words each bag. */
export interface WordBags {
  records: ListColumn;
  /** The bag of each record that holds one alone, as onlyIds tells it. */
  only: Int32Array;
  bags: ListColumn;
  /** Information of each word, log2(records / records with the word), in 1/64 bit. */
  weights: Int32Array;
  /** Sum of the weights of each bag's words. */
  totals: Int32Array;
  words: ByteStrings;
  /** Share of the other records that hold the same bag. */
  shares: Float64Array;
  /** Weight of a word that only one record has. */
  rarest: number;
}

export interface WordRows {
  records: ListColumn;
  /** Value and word of every occurrence, in any order. */
  values: Int32Array;
  words: Int32Array;
  valueCount: number;
  recordCounts: Int32Array;
  strings: ByteStrings;
}

/** Turns values into bags: values with the same words in another order, or with other filler words, become one. */
export function wordBags(
  {records, values, words, valueCount, recordCounts, strings}: WordRows,
  least?: number
): WordBags {
  const bags = listColumn(values, words, valueCount);
  const canonical = equalLists(bags);
  const mapped = withIds(records, canonical);
  const filled = filledCount(mapped);
  const rarest = Math.max(1, Math.round(Math.log2(Math.max(2, filled)) * WEIGHT_UNIT));
  const weights = recordCounts.map((count) => wordWeight(filled, count));
  return {
    records: mapped,
    only: onlyIds(mapped),
    bags,
    weights,
    totals: bagTotals(bags, weights),
    words: strings,
    shares: valueShares(mapped, valueCount, undefined, least),
    rarest
  };
}

/** Returns the weight of a word that so many of the records or entities with a value hold. */
export function wordWeight(filled: number, holders: number): number {
  return Math.max(8, Math.round(Math.log2(Math.max(2, filled) / Math.max(1, holders)) * WEIGHT_UNIT));
}

function withIds({offsets, ids}: ListColumn, canonical: Int32Array): ListColumn {
  const mapped = ids.map((id) => canonical[id]!);
  for (let row = 0; row + 1 < offsets.length; row++)
    if (offsets[row + 1]! - offsets[row]! > 1) mapped.subarray(offsets[row]!, offsets[row + 1]!).sort();
  return {offsets, ids: mapped};
}

/** Returns the sum of the weights of each bag’s words. */
export function bagTotals({offsets, ids}: ListColumn, weights: Int32Array): Int32Array {
  const totals = new Int32Array(offsets.length - 1);
  for (let bag = 0; bag < totals.length; bag++)
    for (let i = offsets[bag]!; i < offsets[bag + 1]!; i++) totals[bag]! += weights[ids[i]!]!;
  return totals;
}
