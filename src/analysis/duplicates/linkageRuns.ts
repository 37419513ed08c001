import type {Blocks} from "./blocks.js";
import {blocksOfRule} from "./blocksOfRule.js";
import {candidatePairs, countCandidates, sampledCandidates} from "./candidatePairs.js";
import {comparePairs, type ComparedPairs} from "./comparePairs.js";
import {comparisonOf, type ComparisonField} from "./comparisonField.js";
import type {LinkageModel} from "./linkageModel.js";
import {scorePairs} from "./scorePairs.js";
import type {ScoredPairs} from "./scoredPairs.js";

/** Some of the records, from the first number to below the second. */
export interface RecordRange {
  from: number;
  to: number;
}

/** What scoring needs, without functions, so that a thread can be handed it. */
export interface CandidateScoring {
  fields: ComparisonField[];
  blocks: Blocks;
  model: Omit<LinkageModel, "comparisons">;
  least: number;
}

export {blocksOfRule, sampledCandidates};

/** Compares the records a[i] and b[i] for each i. */
export function comparedPairs(fields: ComparisonField[], a: Int32Array, b: Int32Array): ComparedPairs {
  return comparePairs(fields.map(comparisonOf), a, b);
}

/** Returns how many candidate pairs begin with each record of the range. */
export function candidateCounts(blocks: Blocks, {from, to}: RecordRange): Int32Array {
  return countCandidates(blocks, from, to);
}

/** Scores the candidate pairs that begin with the records of the range; returns those kept, ordered by both records. */
export function scoredCandidates(
  {fields, blocks, model, least}: CandidateScoring,
  {from, to}: RecordRange
): ScoredPairs {
  const comparisons = fields.map(comparisonOf);
  return scorePairs({comparisons, least, model: {...model, comparisons}}, candidatePairs(blocks, from, to));
}
