import {IntegerList} from "./integerList.js";
import type {ListColumn} from "./listColumn.js";

/** What records share by one blocking rule and field. */
export interface BlockingKeys {
  /** Keys of each record, numbered from 0. */
  keys: ListColumn;
  /** For each key, the refiner that says no more than the key itself, or −1. */
  owns: Int32Array;
}

/** Groups of records; members ascend within a block. */
export interface Level {
  offsets: Int32Array;
  members: Int32Array;
  /** Refiner of each block that says no more than its key, or −1. */
  owns: Int32Array;
  /** Refiner by which the block was divided last, or −1. */
  lows: Int32Array;
}

export interface BlockingSettings {
  /** Candidate pairs that the rule may propose in each round. */
  budget: number;
  /** Number of records in the first of two files; 0 where there is one. */
  boundary: number;
}

/** How often blocks are divided. */
const DIVISIONS = 2;

/**
 * Groups the records by their keys. The smallest blocks are admitted until the budget is spent; larger ones are
 * divided by further values of their records, the refiners, twice. large holds what is still too large then.
 */
export function blockRecords(
  {keys, owns}: BlockingKeys,
  refiners: ListColumn,
  {budget, boundary}: BlockingSettings
): {admitted: Level[]; large: Level} {
  const admitted: Level[] = [];
  let level = blocksByKey(keys, owns);
  for (let division = 0; ; division++) {
    const sizes = pairCounts(level, boundary);
    const limit = largestAdmitted(sizes, budget);
    admitted.push(picked(level, sizes, 0, limit));
    level = picked(level, sizes, limit, Infinity);
    if (division === DIVISIONS) return {admitted, large: level};
    level = divided(level, refiners);
  }
}

function blocksByKey({offsets, ids}: ListColumn, owns: Int32Array): Level {
  const starts = new Int32Array(owns.length + 1);
  for (const key of ids) starts[key + 1]!++;
  for (let key = 0; key < owns.length; key++) starts[key + 1]! += starts[key]!;
  const next = starts.slice(0, owns.length);
  const members = new Int32Array(ids.length);
  for (let record = 0; record + 1 < offsets.length; record++)
    for (let i = offsets[record]!; i < offsets[record + 1]!; i++) members[next[ids[i]!]!++] = record;
  return {offsets: starts, members, owns, lows: new Int32Array(owns.length).fill(-1)};
}

function pairCounts({offsets, members}: Level, boundary: number): Float64Array {
  const counts = new Float64Array(offsets.length - 1);
  for (let block = 0; block < counts.length; block++) {
    const [start, end] = [offsets[block]!, offsets[block + 1]!];
    let first = start;
    while (boundary && first < end && members[first]! < boundary) first++;
    counts[block] = boundary ? (first - start) * (end - first) : ((end - start) * (end - start - 1)) / 2;
  }
  return counts;
}

/** Returns the number of pairs up to which blocks are admitted, taken from the smallest. */
function largestAdmitted(sizes: Float64Array, budget: number): number {
  const pairsOfSize = new Map<number, number>();
  for (const size of sizes) if (size > 0) pairsOfSize.set(size, (pairsOfSize.get(size) ?? 0) + size);
  let [spent, limit] = [0, 0];
  for (const size of [...pairsOfSize.keys()].sort((x, y) => x - y)) {
    spent += pairsOfSize.get(size)!;
    if (spent > budget) break;
    limit = size;
  }
  return limit;
}

/** Returns the blocks of more pairs than the first number, up to the second. */
function picked(
  {offsets, members, owns, lows}: Level,
  sizes: Float64Array,
  above: number,
  most: number
): Level {
  let [count, size] = [0, 0];
  for (let block = 0; block < owns.length; block++)
    if (sizes[block]! > above && sizes[block]! <= most) {
      count++;
      size += offsets[block + 1]! - offsets[block]!;
    }
  const kept: Level = {
    offsets: new Int32Array(count + 1),
    members: new Int32Array(size),
    owns: new Int32Array(count),
    lows: new Int32Array(count)
  };
  for (let block = 0, i = 0, at = 0; block < owns.length; block++) {
    if (!(sizes[block]! > above && sizes[block]! <= most)) continue;
    for (let from = offsets[block]!; from < offsets[block + 1]!; from++) kept.members[at++] = members[from]!;
    kept.owns[i] = owns[block]!;
    kept.lows[i++] = lows[block]!;
    kept.offsets[i] = at;
  }
  return kept;
}

/** Divides each block by the refiners of its records that come after its last one; parts of one record are dropped. */
function divided(level: Level, refiners: ListColumn): Level {
  const count = refiners.ids.reduce((most, refiner) => Math.max(most, refiner), -1) + 1;
  const parts = {slots: new Int32Array(count), found: new Int32Array(count), counts: new Int32Array(count)};
  const lists = {
    offsets: new IntegerList(),
    members: new IntegerList(),
    owns: new IntegerList(),
    lows: new IntegerList()
  };
  for (let block = 0; block < level.owns.length; block++) divideBlock(level, block, {refiners, parts, lists});
  lists.offsets.push(lists.members.length);
  return {
    offsets: lists.offsets.array(),
    members: lists.members.array(),
    owns: lists.owns.array(),
    lows: lists.lows.array()
  };
}

interface Division {
  refiners: ListColumn;
  /** A sparse set of the refiners in a block (Briggs and Torczon 1993), how many records have each, then where they go. */
  parts: Record<"slots" | "found" | "counts", Int32Array>;
  lists: Record<"offsets" | "members" | "owns" | "lows", IntegerList>;
}

function divideBlock(level: Level, block: number, {refiners, parts, lists}: Division): void {
  const {slots, found, counts} = parts;
  const [own, low] = [level.owns[block]!, level.lows[block]!];
  const [start, end] = [level.offsets[block]!, level.offsets[block + 1]!];
  let partCount = 0;
  for (let i = start; i < end; i++) {
    const record = level.members[i]!;
    for (let j = refiners.offsets[record]!; j < refiners.offsets[record + 1]!; j++) {
      const refiner = refiners.ids[j]!;
      if (refiner <= low || refiner === own) continue;
      const slot = slots[refiner]!;
      if (slot < partCount && found[slot] === refiner) counts[slot]!++;
      else {
        slots[refiner] = partCount;
        found[partCount] = refiner;
        counts[partCount++] = 1;
      }
    }
  }
  for (let part = 0; part < partCount; part++)
    counts[part] = placeOf(counts[part]!, found[part]!, own, lists);
  for (let i = start; i < end; i++) {
    const record = level.members[i]!;
    for (let j = refiners.offsets[record]!; j < refiners.offsets[record + 1]!; j++) {
      const refiner = refiners.ids[j]!;
      if (refiner <= low || refiner === own) continue;
      const part = slots[refiner]!;
      if (counts[part]! >= 0) lists.members.set(counts[part]!++, record);
    }
  }
}

/** Makes room for a part and returns where its members go, or −1 for a part of one record. */
function placeOf(count: number, refiner: number, own: number, lists: Division["lists"]): number {
  if (count < 2) return -1;
  const start = lists.members.reserve(count);
  lists.offsets.push(start);
  lists.owns.push(own);
  lists.lows.push(refiner);
  return start;
}
