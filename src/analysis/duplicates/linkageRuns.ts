import {blocksOfRule} from "./blocksOfRule.js";
import {candidateList, candidatePairs, type CandidateList} from "./candidatePairs.js";
import {comparePairs, type ComparedPairs} from "./comparePairs.js";
import {comparisonOf, type ComparisonField} from "./comparisonField.js";
import {comparisonField} from "./comparisonRows.js";
import type {LinkageModel} from "./linkageModel.js";
import {scorePairs} from "./scorePairs.js";
import type {ScoredPairs} from "./scoredPairs.js";

/** What scoring needs, without functions, so that a thread can be handed it. */
export interface CandidateScoring {
  fields: ComparisonField[];
  model: Omit<LinkageModel, "comparisons">;
  least: number;
}

export {blocksOfRule, candidateList, comparisonField};

/** Compares the records a[i] and b[i] for each i. */
export function comparedPairs(fields: ComparisonField[], a: Int32Array, b: Int32Array): ComparedPairs {
  return comparePairs(fields.map(comparisonOf), a, b);
}

/** Scores the candidate pairs of a list; returns those kept, ordered by both records. */
export function scoredCandidates(
  {fields, model, least}: CandidateScoring,
  candidates: CandidateList
): ScoredPairs {
  const comparisons = fields.map(comparisonOf);
  return scorePairs({comparisons, least, model: {...model, comparisons}}, candidatePairs(candidates));
}
