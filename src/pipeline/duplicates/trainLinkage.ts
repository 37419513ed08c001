import {beyondChance} from "../../analysis/duplicates/beyondChance.js";
import type {Comparison} from "../../analysis/duplicates/comparison.js";
import {refreshRarity, type ComparedPairs} from "../../analysis/duplicates/comparePairs.js";
import type {ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import {joinedPairs} from "../../analysis/duplicates/joinedPairs.js";
import {joinKnown} from "../../analysis/duplicates/joinKnown.js";
import type {LinkageModel} from "../../analysis/duplicates/linkageModel.js";
import type {RecordPairs} from "../../analysis/duplicates/randomPairs.js";
import {weightOf} from "../../analysis/duplicates/scoredPairs.js";
import {trainModel, type TrainingSettings} from "../../analysis/duplicates/trainModel.js";
import {compareAll} from "./compareAll.js";
import type {LinkageThreads} from "./linkageThreads.js";

/** How many records and candidate pairs there are, and where a second file begins. */
export interface LinkageSize {
  records: number;
  /** Number of records in the first of two files; 0 where there is one. */
  boundary: number;
  pairs: number;
}

/** Share of entities among records below which words are weighed by entity: several records an entity are common. */
const CROWDED = 0.9;

/** What is learned from: the comparisons with their data, in shared memory, random pairs and some candidate pairs. */
export interface LinkageData {
  fields: ComparisonField[];
  comparisons: Comparison[];
  /** Random pairs, and how they compare before anything is learned. */
  drawn: RecordPairs;
  random: ComparedPairs;
  sample: RecordPairs;
}

/** What learning goes by and runs on. */
export interface Learning {
  settings: (name: string) => number;
  threads: LinkageThreads;
}

/**
 * Learns the model from random pairs and from some of the candidate pairs, in rounds: what plainly agrees and what the
 * model is sure of tells which records are one entity; the next model takes pairs within an entity for likely matches
 * and counts how common each value is among entities rather than records. Ends when a round joins hardly more than
 * the one before. Afterwards the comparisons count by entity too.
 */
export async function trainLinkage(
  {fields, comparisons, drawn, random, sample}: LinkageData,
  {records, boundary, pairs}: LinkageSize,
  {settings, threads}: Learning
): Promise<LinkageModel> {
  const training = trainingSettings(settings);
  const possiblePairs = boundary ? boundary * (records - boundary) : (records * (records - 1)) / 2;
  const scale = sample.a.length ? pairs / sample.a.length : 1;
  const sizes = {comparisons, scale, records, possiblePairs};
  let compared = {random, candidates: await compareAll(threads, fields, sample)};
  const isBeyondChance = beyondChance(comparisons, possiblePairs, settings("linkage_chance_margin"));
  const seeded = (found: ComparedPairs, pairs: RecordPairs) => {
    const joined = new Uint8Array(found.count);
    for (let i = 0; i < found.count; i++) if (isBeyondChance(found, i, pairs)) joined[i] = 1;
    return withJoined(found, joined);
  };
  compared = {random: seeded(compared.random, drawn), candidates: seeded(compared.candidates, sample)};
  let model = trainModel({...sizes, ...compared}, training);
  for (let [round, before] = [1, records]; round < settings("linkage_rounds"); round++) {
    const {entities, count, entityPairs} = joinKnown(
      {model, comparisons, records, isLink: boundary > 0},
      {...sample, candidates: compared.candidates, isSeeded: round === 1},
      {sure: weightOf(settings("linkage_sure")), tolerance: settings("linkage_learning_tolerance")}
    );
    if (round > 1 && count > settings("linkage_settled") * before) break;
    before = count;
    for (const comparison of comparisons) comparison.recount(entities);
    if (!boundary && count < CROWDED * records) {
      for (const comparison of comparisons) comparison.reweigh?.(entities);
      const [random, candidates] = await Promise.all([
        compareAll(threads, fields, drawn),
        compareAll(threads, fields, sample)
      ]);
      compared = {random, candidates};
    } else refreshRarity(comparisons, compared.candidates, sample.a, sample.b);
    const within = (found: ComparedPairs, pairs: RecordPairs) =>
      withJoined(found, joinedPairs(comparisons, found, pairs, entities));
    compared = {random: within(compared.random, drawn), candidates: within(compared.candidates, sample)};
    model = trainModel({...sizes, ...compared, entityPairs}, training);
  }
  return model;
}

/** Written out, since V8 gives objects that are spread shapes of their own and compiles what reads them for each. */
function withJoined({count, width, levels, rarity}: ComparedPairs, joined: Uint8Array): ComparedPairs {
  return {count, width, levels, rarity, joined};
}

function trainingSettings(settings: (name: string) => number): TrainingSettings {
  return {
    overlap: {
      agreeing: settings("linkage_overlap_agreeing"),
      disagreeing: settings("linkage_overlap_disagreeing"),
      doubted: settings("linkage_overlap_doubted")
    },
    priorMatches: settings("linkage_prior_matches"),
    priorShare: settings("linkage_prior_share"),
    joinedProbability: settings("linkage_joined_probability"),
    iterations: settings("linkage_iterations")
  };
}
