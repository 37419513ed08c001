import type {Parameters} from "../../../warehouse/open.js";
import type {Directory} from "../directory.js";
import type {AnswerRow} from "../sameRows.js";
import {aggregationAnswers} from "./aggregationAnswers.js";
import {geographicAnswers} from "./geographicAnswers.js";
import {lookupAnswers} from "./lookupAnswers.js";
import {networkAnswers} from "./networkAnswers.js";
import {serviceAnswers} from "./serviceAnswers.js";

/** Computes the rows that a query of sql/benchmarks must give, in plain JavaScript over the directory. */
export type Answer = (directory: Directory, parameters: Record<string, never>) => AnswerRow[];

/** The independent computation of each query, by the query’s name. */
export const ANSWERS: Record<string, (directory: Directory, parameters: Parameters) => AnswerRow[]> = {
  ...lookupAnswers,
  ...geographicAnswers,
  ...serviceAnswers,
  ...networkAnswers,
  ...aggregationAnswers
};
