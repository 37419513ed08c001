import {parentPort} from "node:worker_threads";
import {comparisonOf, type ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import type {Comparison} from "../../analysis/duplicates/comparison.js";
import type {LinkageModel} from "../../analysis/duplicates/linkageModel.js";
import {comparePairs, type ComparedPairs} from "../../analysis/duplicates/comparePairs.js";
import {scorePairs, type ScoredPairs, type Scoring} from "../../analysis/duplicates/scoredPairs.js";

/** What a thread is told: the data, once; what was learned, once; and pairs to compare or to score. */
export type PairMessage =
  | {kind: "fields"; fields: ComparisonField[]}
  | {kind: "model"; model: LinkageModel; least: number; entities: Int32Array}
  | {kind: "compare" | "score"; number: number; a: Int32Array; b: Int32Array};

/** What it answers, under the number of the question. */
export interface PairAnswer {
  number: number;
  result: ComparedPairs | ScoredPairs;
}

let comparisons: Comparison[] = [];
let scoring: Scoring | undefined;

parentPort?.on("message", (message: PairMessage) => {
  if (message.kind === "fields") comparisons = message.fields.map(comparisonOf);
  else if (message.kind === "model") {
    for (const comparison of comparisons) comparison.recount(message.entities);
    scoring = {comparisons, least: message.least, model: {...message.model, comparisons}};
  } else if (message.kind === "compare") {
    const result = comparePairs(comparisons, message.a, message.b);
    parentPort!.postMessage({number: message.number, result} satisfies PairAnswer, [
      result.levels.buffer as ArrayBuffer,
      result.rarity.buffer as ArrayBuffer
    ]);
  } else {
    const result = scorePairs(scoring!, message.a, message.b);
    parentPort!.postMessage({number: message.number, result} satisfies PairAnswer);
  }
});
