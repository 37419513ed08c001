import type {Comparison} from "./comparison.js";
import {connectedComponents} from "./connectedComponents.js";
import type {LinkageModel} from "./linkageModel.js";
import {DECIDED, splitCluster} from "./splitCluster.js";
import {strongPairs} from "./strongPairs.js";
import {weightTable} from "./weightTable.js";

/** Records of a group up to which all its pairs are weighed: three million. */
const LARGEST = 2500;
const MOST_RISE = 10;

export interface Clusters {
  /** Smallest record number in the cluster of each record. */
  labels: Int32Array;
  /** Records of groups that were split. */
  parted: Set<number>;
}

export interface Clustering {
  model: LinkageModel;
  comparisons: Comparison[];
  records: number;
  /** Bits below the threshold at which two parts are still joined; see splitCluster. */
  tolerance?: number;
  /** Pairs on which a person decided. */
  decisions?: {same: [number, number][]; different: [number, number][]};
}

/**
 * Groups records linked by pairs of at least the given weight, and splits the groups whose parts disagree. Of
 * every group all pairs are weighed, those too that no blocking rule proposed. Groups of over 2,500 records are
 * first divided at ever higher weights. What a person decided stands.
 */
export function clusterRecords(
  {records, tolerance, decisions = {same: [], different: []}, ...scoring}: Clustering,
  pairs: Links,
  threshold: number
): Clusters {
  const labels = Int32Array.from({length: records}, (_, record) => record);
  const parted = new Set<number>();
  const decided = new Map<number, number>();
  for (const [a, b] of decisions.same) decided.set(a * records + b, DECIDED);
  for (const [a, b] of decisions.different) decided.set(a * records + b, -DECIDED);
  const links = withDecisions(pairs, decided, records);
  for (const members of linkedGroups(records, links, threshold)) {
    const parts =
      members.length === 2 || members.length > LARGEST
        ? members.map(() => 0)
        : splitCluster(weightTable({...scoring, decided, records}, members, threshold), tolerance);
    for (const [i, member] of members.entries()) labels[member] = members[parts[i]!]!;
    if (new Set(parts).size > 1) for (const member of members) parted.add(member);
  }
  return {labels, parted};
}

/** Pairs of records and their weights. */
export type Links = Record<"a" | "b" | "weights", ArrayLike<number>>;

function withDecisions({a, b, weights}: Links, decided: Map<number, number>, records: number): Links {
  if (!decided.size) return {a, b, weights};
  const keys = [...decided.keys()];
  return {
    a: [...Array.from(a), ...keys.map((key) => Math.floor(key / records))],
    b: [...Array.from(b), ...keys.map((key) => key % records)],
    weights: [
      ...Array.from(weights, (weight, i) => decided.get(a[i]! * records + b[i]!) ?? weight),
      ...decided.values()
    ]
  };
}

/**
 * Returns the groups of two records or more, members ascending. A group of over 2,500 is divided at weights that
 * rise by 2 bits; one that still holds together 10 bits above the threshold stays.
 */
function linkedGroups(records: number, links: Links, threshold: number, rise = 0): number[][] {
  const {a, b, weights} = links;
  const strong = strongPairs(weights, threshold + rise);
  const pick = (values: ArrayLike<number>, kept: number[]) => kept.map((i) => values[i]!);
  const roots = connectedComponents(records, pick(a, strong), pick(b, strong));
  const groups = new Map<number, number[]>();
  for (const i of strong) groups.set(roots[a[i]!]!, []);
  for (let record = 0; record < records; record++) groups.get(roots[record]!)?.push(record);
  const large = new Set([...groups].flatMap(([root, members]) => (members.length > LARGEST ? [root] : [])));
  if (!large.size || rise >= MOST_RISE) return [...groups.values()];
  const small = [...groups].flatMap(([root, members]) => (large.has(root) ? [] : [members]));
  const rest = strong.filter((i) => large.has(roots[a[i]!]!));
  const inside = {a: pick(a, rest), b: pick(b, rest), weights: pick(weights, rest)};
  return [...small, ...linkedGroups(records, inside, threshold, rise + 2)];
}
