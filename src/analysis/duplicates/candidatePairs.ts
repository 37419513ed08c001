import type {Blocks} from "./blocks.js";
import {IntegerList} from "./integerList.js";
import {partnerFinder} from "./partnerFinder.js";
import type {RecordPairs} from "./randomPairs.js";

/** Some of the records, from the first number to below the second. */
export interface RecordRange {
  from: number;
  to: number;
}

/**
 * The candidate pairs that begin with records of a range, in shared memory, six bytes a pair: record from + i is paired
 * with partners[offsets[i]] to partners[offsets[i + 1]], of higher numbers, ascending.
 */
export interface CandidateList {
  from: number;
  offsets: Int32Array;
  partners: Int32Array;
  /** Numbers of the rules that propose each pair, added up. */
  rules: Uint16Array;
}

/** Pairs of records that share a block, ordered by both; a is below b. */
export interface CandidatePairs extends RecordPairs {
  /** Numbers of the rules that propose each pair, added up. */
  rules: Uint16Array;
}

/** Lists the candidate pairs that begin with the records of the range. */
export function candidateList(blocks: Blocks, {from, to}: RecordRange): CandidateList {
  const find = partnerFinder(blocks);
  const [partners, rules] = [new IntegerList(), new IntegerList()];
  const offsets = new Int32Array(new SharedArrayBuffer((to - from + 1) * 4));
  for (let record = from; record < to; record++) {
    const found = find(record);
    for (let i = 0; i < found.count; i++) {
      partners.push(found.partners[i]!);
      rules.push(found.rulesOf(found.partners[i]!));
    }
    offsets[record - from + 1] = partners.length;
  }
  const list = {
    from,
    offsets,
    partners: new Int32Array(new SharedArrayBuffer(partners.length * 4)),
    rules: new Uint16Array(new SharedArrayBuffer(rules.length * 2))
  };
  list.partners.set(partners.array());
  list.rules.set(rules.array());
  return list;
}

/** Returns how many pairs the lists hold. */
export function candidateCount(lists: CandidateList[]): number {
  return lists.reduce((count, {partners}) => count + partners.length, 0);
}

/** Returns the pairs of a list. */
export function candidatePairs({from, offsets, partners, rules}: CandidateList): CandidatePairs {
  const a = new Int32Array(partners.length);
  for (let i = 0; i + 1 < offsets.length; i++) a.fill(from + i, offsets[i], offsets[i + 1]);
  return {a, b: partners, rules};
}

/** Returns every step-th of all pairs, in the order of the lists. */
export function sampledCandidates(lists: CandidateList[], step: number): RecordPairs {
  const count = Math.ceil(candidateCount(lists) / step);
  const sampled = {a: new Int32Array(count), b: new Int32Array(count)};
  let [at, skipped] = [0, 0];
  for (const {from, offsets, partners} of lists) {
    let record = 0;
    for (; skipped < partners.length; skipped += step) {
      while (offsets[record + 1]! <= skipped) record++;
      sampled.a[at] = from + record;
      sampled.b[at++] = partners[skipped]!;
    }
    skipped -= partners.length;
  }
  return sampled;
}
