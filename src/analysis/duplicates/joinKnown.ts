import {clusterRecords} from "./clusterRecords.js";
import type {ComparedPairs} from "./comparePairs.js";
import type {Comparison} from "./comparison.js";
import {connectedComponents} from "./connectedComponents.js";
import type {LinkageModel} from "./linkageModel.js";
import {plainMatch} from "./plainMatch.js";
import {PairScorer} from "./scorePair.js";

/** Probability up to which a match that stands to reason does not make two records one entity. */
const DOUBTFUL = 0.5;
/** Bits above the limit that a match which stands to reason weighs at least. */
const REASON = 2;

export interface Known {
  model: LinkageModel;
  comparisons: Comparison[];
  records: number;
  /** True between two files, whose entities are pairs. */
  isLink: boolean;
}

export interface KnownPairs {
  a: Int32Array;
  b: Int32Array;
  candidates: ComparedPairs;
  /** True where what is marked as joined is beyond chance rather than found by a model. */
  isSeeded: boolean;
}

export interface Entities {
  /** Smallest record of the entity of each record. */
  entities: Int32Array;
  count: number;
  /** Pairs of records within the entities. */
  entityPairs: number;
}

/**
 * Joins records by what is known so far: plain matches, pairs beyond chance, and pairs of at least the weight sure.
 * Within one file, average linkage over all pairs keeps them from chaining, with more tolerance than in the end: a model
 * that has just begun to learn is too strict with an entity’s unlike records, but plainly against other entities.
 */
export function joinKnown(
  {model, comparisons, records, isLink}: Known,
  {a, b, candidates, isSeeded}: KnownPairs,
  {sure, tolerance}: {sure: number; tolerance: number}
): Entities {
  const plainProbability = plainMatch(comparisons, records);
  const scorer = new PairScorer(model);
  const links = {a: [] as number[], b: [] as number[], weights: [] as number[]};
  const same: [number, number][] = [];
  for (let i = 0; i < candidates.count; i++) {
    const isSeed = isSeeded && candidates.joined?.[i] === 1;
    const isPlain = isSeed || plainProbability(candidates, i) > DOUBTFUL;
    const weight = Math.max(
      scorer.score(candidates.levels, candidates.rarity, i),
      isPlain ? sure + REASON : -Infinity
    );
    if (weight < sure) continue;
    links.a.push(a[i]!);
    links.b.push(b[i]!);
    links.weights.push(weight);
    if (isSeed) same.push([a[i]!, b[i]!]);
  }
  const entities = isLink
    ? connectedComponents(records, links.a, links.b)
    : clusterRecords({model, comparisons, records, tolerance, decisions: {same, different: []}}, links, sure)
        .labels;
  return {entities, ...sizesOf(entities)};
}

function sizesOf(entities: Int32Array): {count: number; entityPairs: number} {
  const sizes = new Int32Array(entities.length);
  for (const entity of entities) sizes[entity]!++;
  let [count, entityPairs] = [0, 0];
  for (const size of sizes) {
    if (size) count++;
    entityPairs += (size * (size - 1)) / 2;
  }
  return {count, entityPairs};
}
