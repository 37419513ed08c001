import type {ListColumn} from "./listColumn.js";

/** Blocks of records that are compared with each other, in shared memory. */
export interface Blocks {
  /** Records of each block, side by side: ascending, or sorted by text where only neighbours are compared. */
  members: Int32Array;
  offsets: Int32Array;
  /** Number of the rule of each block. */
  rules: Uint16Array;
  /** Number of blocks all of whose records are compared; the others come after them. */
  wholeCount: number;
  /** How many neighbours are compared in the others. */
  window: number;
  /** Number of records in the first of two files; 0 where there is one. */
  boundary: number;
  /** Where each record stands among the members. */
  places: ListColumn;
  /** Block of each member. */
  blockOf: Int32Array;
}

/** Some blocks of one rule. */
export interface RuleBlocks {
  /** Number of the rule, a power of two. */
  rule: number;
  offsets: Int32Array;
  members: Int32Array;
}

/** Puts the blocks of all rules together: those compared as a whole, then those compared within a window. */
export function gatherBlocks(
  whole: RuleBlocks[],
  windowed: RuleBlocks[],
  {records, window, boundary}: {records: number; window: number; boundary: number}
): Blocks {
  const all = [...whole, ...windowed];
  const total = (lists: RuleBlocks[]) => lists.reduce((sum, {offsets}) => sum + offsets.length - 1, 0);
  const memberCount = all.reduce((sum, {members}) => sum + members.length, 0);
  const members = sharedIntegers(memberCount);
  const blockOf = sharedIntegers(memberCount);
  const offsets = sharedIntegers(total(all) + 1);
  const rules = new Uint16Array(new SharedArrayBuffer(total(all) * 2));
  let [block, at] = [0, 0];
  for (const part of all) {
    members.set(part.members, at);
    for (let i = 0; i + 1 < part.offsets.length; i++, block++) {
      rules[block] = part.rule;
      offsets[block + 1] = at + part.offsets[i + 1]!;
      blockOf.fill(block, offsets[block], offsets[block + 1]);
    }
    at += part.members.length;
  }
  const places = placesOf(members, records);
  return {members, offsets, rules, wholeCount: total(whole), window, boundary, places, blockOf};
}

function placesOf(members: Int32Array, records: number): ListColumn {
  const offsets = sharedIntegers(records + 1);
  for (const record of members) offsets[record + 1]!++;
  for (let record = 0; record < records; record++) offsets[record + 1]! += offsets[record]!;
  const next = offsets.slice(0, records);
  const ids = sharedIntegers(members.length);
  for (let place = 0; place < members.length; place++) ids[next[members[place]!]!++] = place;
  return {offsets, ids};
}

function sharedIntegers(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

/** Returns about how many pairs begin with each record, each counted in every block that names it: what listing them costs. */
export function namedPairs({offsets, wholeCount, window, places, blockOf}: Blocks): Float64Array {
  const counts = new Float64Array(places.offsets.length - 1);
  for (let record = 0; record < counts.length; record++)
    for (let i = places.offsets[record]!; i < places.offsets[record + 1]!; i++) {
      const place = places.ids[i]!;
      const block = blockOf[place]!;
      const after = offsets[block + 1]! - place - 1;
      counts[record]! += block < wholeCount ? after : Math.min(after, window);
    }
  return counts;
}
