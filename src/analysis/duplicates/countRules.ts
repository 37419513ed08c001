import type {CandidateList} from "./candidatePairs.js";

/** What one blocking rule did: pairs that it proposes, that it alone proposes, and whose records were joined. */
export interface RuleCount {
  pairs: number;
  alone: number;
  joined: number;
}

/** Counts for each of the rules, powers of two, its candidate pairs; labels tell the cluster of each record. */
export function countRules(lists: CandidateList[], labels: Int32Array, rules: number[]): RuleCount[] {
  const all = rules.reduce((sum, rule) => sum | rule, 0);
  const [pairs, joined] = [new Int32Array(all + 1), new Int32Array(all + 1)];
  for (const {from, offsets, partners, rules: proposing} of lists)
    for (let record = 0; record + 1 < offsets.length; record++)
      for (let i = offsets[record]!; i < offsets[record + 1]!; i++) {
        const proposed = proposing[i]!;
        pairs[proposed]!++;
        if (labels[from + record] === labels[partners[i]!]) joined[proposed]!++;
      }
  const withRule = (counts: Int32Array, rule: number) =>
    counts.reduce((sum, count, proposed) => sum + (proposed & rule ? count : 0), 0);
  return rules.map((rule) => ({
    pairs: withRule(pairs, rule),
    alone: pairs[rule]!,
    joined: withRule(joined, rule)
  }));
}
