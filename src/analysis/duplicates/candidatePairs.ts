import type {Blocks} from "./blocks.js";
import {IntegerList} from "./integerList.js";

/** Pairs of records that share a block, ordered by both; a is below b. */
export interface CandidatePairs {
  a: Int32Array;
  b: Int32Array;
  /** Numbers of the rules that propose each pair, added up. */
  rules: Uint16Array;
}

/** Returns the candidate pairs whose first record is at least from and below to. */
export function candidatePairs(
  blocks: Blocks,
  from: number,
  to: number,
  find: PartnerFinder = partnerFinder(blocks)
): CandidatePairs {
  const [a, b, rules] = [new IntegerList(), new IntegerList(), new IntegerList()];
  for (let record = from; record < to; record++) {
    const {count, partners, rulesOf} = find(record);
    for (let i = 0; i < count; i++) {
      a.push(record);
      b.push(partners[i]!);
      rules.push(rulesOf(partners[i]!));
    }
  }
  return {a: a.array(), b: b.array(), rules: Uint16Array.from(rules.array())};
}

/** Returns how many candidate pairs begin with each record from the first number to below the second. */
export function countCandidates(blocks: Blocks, from: number, to: number): Int32Array {
  const find = partnerFinder(blocks);
  return Int32Array.from({length: to - from}, (_, i) => find(from + i).count);
}

/**
 * Returns every step-th of all candidate pairs, in the order of their records, as far as its first record is at least
 * from and below to; counts tells how many begin with each record.
 */
export function sampledCandidates(
  blocks: Blocks,
  {counts, step}: {counts: Int32Array; step: number},
  {from, to} = {from: 0, to: counts.length}
): Pick<CandidatePairs, "a" | "b"> {
  const find = partnerFinder(blocks);
  const [a, b] = [new IntegerList(), new IntegerList()];
  let before = 0;
  for (let record = 0; record < from; record++) before += counts[record]!;
  let skipped = (step - (before % step)) % step;
  for (let record = from; record < to; record++) {
    const count = counts[record]!;
    if (skipped < count) {
      const {partners} = find(record);
      for (; skipped < count; skipped += step) {
        a.push(record);
        b.push(partners[skipped]!);
      }
    }
    skipped -= count;
  }
  return {a: a.array(), b: b.array()};
}

/** Finds the partners of a record with higher numbers, ascending. What it returns is used again by the next call. */
export type PartnerFinder = (record: number) => {
  count: number;
  partners: Int32Array;
  rulesOf(partner: number): number;
};

/** Makes a finder that names each partner once, however many blocks two records share. */
export function partnerFinder(blocks: Blocks): PartnerFinder {
  const {members, offsets, rules, wholeCount, window, boundary, places, blockOf} = blocks;
  const records = places.offsets.length - 1;
  // A sparse set (Briggs and Torczon 1993), which need not be emptied for the next record.
  const slots = new Int32Array(records);
  const [found, masks] = [new Int32Array(records), new Uint16Array(records)];
  const partners = new Int32Array(records);
  const result = {count: 0, partners, rulesOf: (partner: number) => masks[slots[partner]!]!};
  return (record) => {
    let count = 0;
    const least = boundary ? (record < boundary ? boundary : records) : record + 1;
    for (let i = places.offsets[record]!; i < places.offsets[record + 1]!; i++) {
      const place = places.ids[i]!;
      const block = blockOf[place]!;
      const isWhole = block < wholeCount;
      const end = isWhole ? offsets[block + 1]! : Math.min(offsets[block + 1]!, place + window + 1);
      for (let at = isWhole ? place + 1 : Math.max(offsets[block]!, place - window); at < end; at++) {
        const partner = members[at]!;
        if (partner < least) continue;
        const slot = slots[partner]!;
        if (slot < count && found[slot] === partner) masks[slot] = masks[slot]! | rules[block]!;
        else {
          slots[partner] = count;
          found[count] = partner;
          masks[count++] = rules[block]!;
        }
      }
    }
    partners.set(found.subarray(0, count));
    partners.subarray(0, count).sort();
    result.count = count;
    return result;
  };
}
