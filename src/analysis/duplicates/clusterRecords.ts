import type {Comparison} from "./comparison.js";
import {connectedComponents} from "./connectedComponents.js";
import type {LinkageModel} from "./linkageModel.js";
import {scorePairs, type ScoredPairs} from "./scoredPairs.js";
import {splitCluster} from "./splitCluster.js";

const LARGEST = 150;

export interface Clusters {
  /** Smallest record number in the cluster of each record. */
  labels: Int32Array;
  /** For each label of a linked group that was split, the number of parts. */
  splits: Map<number, number>;
}

/**
 * Groups records linked by pairs of at least the given weight, and splits the groups whose parts disagree. Of
 * every group all pairs are weighed, those too that no blocking rule proposed. Groups of over 150 records are
 * first divided at ever higher weights.
 */
export function clusterRecords(
  {model, comparisons, records}: {model: LinkageModel; comparisons: Comparison[]; records: number},
  pairs: Pick<ScoredPairs, "a" | "b" | "weights">,
  threshold: number
): Clusters {
  const labels = Int32Array.from({length: records}, (_, record) => record);
  const splits = new Map<number, number>();
  const weigh = (members: number[]) => weightTable({model, comparisons}, members, threshold);
  for (const members of linkedGroups(records, pairs, threshold)) {
    if (members.length === 2) {
      labels[members[1]!] = members[0]!;
      continue;
    }
    const parts = splitCluster(weigh(members));
    for (const [i, member] of members.entries()) labels[member] = members[parts[i]!]!;
    const count = new Set(parts).size;
    if (count > 1) splits.set(members[0]!, count);
  }
  return {labels, splits};
}

/** Returns the groups of two records or more, none larger than 150, members ascending. */
function linkedGroups(
  records: number,
  {a, b, weights}: Pick<ScoredPairs, "a" | "b" | "weights">,
  threshold: number
): number[][] {
  const strong = weights.flatMap((weight, i) => (weight >= threshold ? [i] : []));
  const roots = connectedComponents(
    records,
    strong.map((i) => a[i]!),
    strong.map((i) => b[i]!)
  );
  const groups = new Map<number, number[]>();
  for (const i of strong) groups.set(roots[a[i]!]!, []);
  for (let record = 0; record < records; record++) groups.get(roots[record]!)?.push(record);
  const [small, large] = [[] as number[][], new Set<number>()];
  for (const [root, members] of groups) {
    if (members.length <= LARGEST) small.push(members);
    else large.add(root);
  }
  if (!large.size) return small;
  const rest = strong.filter((i) => large.has(roots[a[i]!]!));
  const pick = (values: number[]) => rest.map((i) => values[i]!);
  return [
    ...small,
    ...linkedGroups(records, {a: pick(a), b: pick(b), weights: pick(weights)}, threshold + 2)
  ];
}

function weightTable(
  {model, comparisons}: {model: LinkageModel; comparisons: Comparison[]},
  members: number[],
  threshold: number
): number[][] {
  const [a, b]: [number[], number[]] = [[], []];
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < members.length; j++) {
      a.push(members[i]!);
      b.push(members[j]!);
    }
  const {weights} = scorePairs({model, comparisons, least: -Infinity}, a, b);
  const table = members.map(() => Array<number>(members.length).fill(0));
  let pair = 0;
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < members.length; j++) table[i]![j] = table[j]![i] = weights[pair++]! - threshold;
  return table;
}
