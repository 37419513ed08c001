import type {Blocks} from "./blocks.js";
import {partnerFinder} from "./candidatePairs.js";

/** What one blocking rule did: pairs that it proposes, that it alone proposes, and whose records were joined. */
export interface RuleCount {
  pairs: number;
  alone: number;
  joined: number;
}

/** Counts for each of the rules, powers of two, its candidate pairs; labels tell the cluster of each record. */
export function countRules(blocks: Blocks, labels: Int32Array, rules: number[]): RuleCount[] {
  const find = partnerFinder(blocks);
  const all = rules.reduce((sum, rule) => sum | rule, 0);
  const [pairs, joined] = [new Int32Array(all + 1), new Int32Array(all + 1)];
  for (let record = 0; record < labels.length; record++) {
    const {count, partners, rulesOf} = find(record);
    for (let i = 0; i < count; i++) {
      const proposed = rulesOf(partners[i]!);
      pairs[proposed]!++;
      if (labels[record] === labels[partners[i]!]) joined[proposed]!++;
    }
  }
  const withRule = (counts: Int32Array, rule: number) =>
    counts.reduce((sum, count, proposed) => sum + (proposed & rule ? count : 0), 0);
  return rules.map((rule) => ({
    pairs: withRule(pairs, rule),
    alone: pairs[rule]!,
    joined: withRule(joined, rule)
  }));
}
