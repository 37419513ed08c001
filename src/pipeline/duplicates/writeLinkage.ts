import {DOUBLE, INTEGER, LIST, listValue} from "@duckdb/node-api";
import {countRules} from "../../analysis/duplicates/countRules.js";
import {probabilityOf} from "../../analysis/duplicates/scoredPairs.js";
import type {Warehouse} from "../../warehouse/open.js";
import {appendColumns} from "../appendColumns.js";
import type {FoundPairs} from "./findPairs.js";

/** Numbers of the blocking rules, and what the records share. */
const RULES: [number, string][] = [
  [1, "a rare word of the name"],
  [2, "the beginning of the name"],
  [4, "street number and street"],
  [8, "telephone number"],
  [16, "web host"],
  [32, "e-mail address or mailbox"],
  [64, "code"],
  [128, "city or ZIP code, with one thing more"],
  [256, "coordinates to about 100 m"]
];

/** Writes the learned levels to analysis.match_levels. */
export async function writeLevels(warehouse: Warehouse, {model}: FoundPairs): Promise<void> {
  await warehouse.append("analysis.match_levels", (appender) => {
    for (const [c, {name, aspect, levels}] of model.comparisons.entries())
      for (const [
        level,
        {label, byFrequency, disagrees, most = disagrees ? 0 : Infinity}
      ] of levels.entries()) {
        const [m, u] = [model.m[c]![level]!, model.u[c]![level]!];
        appender.appendVarchar(name);
        appender.appendInteger(c + 1);
        appender.appendInteger(level);
        appender.appendVarchar(label);
        appender.appendVarchar(aspect);
        if (byFrequency) appender.appendVarchar(byFrequency);
        else appender.appendNull();
        appender.appendDouble(m);
        appender.appendDouble(u);
        appender.appendDouble(Math.min(most, Math.log2(m / u)));
        appender.endRow();
      }
  });
}

/** Pairs that are made into rows at a time: each has two lists, which as values take far more memory than as arrays. */
const WRITTEN = 65_536;

/** Writes the kept pairs to linkage.kept (a, b, weight, probability, rules, levels, parts), by record number. */
export async function writeKept(warehouse: Warehouse, {pairs}: FoundPairs): Promise<void> {
  await warehouse.run(`create or replace table linkage.kept
    (a integer, b integer, weight double, probability double, rules integer, levels integer[], parts double[])`);
  const {width} = pairs;
  for (let from = 0; from < pairs.a.length; from += WRITTEN) {
    const to = Math.min(pairs.a.length, from + WRITTEN);
    const lists = (values: Int8Array | Float32Array) =>
      Array.from({length: to - from}, (_, i) =>
        listValue(Array.from(values.subarray((from + i) * width, (from + i + 1) * width)))
      );
    const weights = pairs.weights.subarray(from, to);
    await appendColumns(warehouse, "linkage.main.kept", [
      [INTEGER, pairs.a.subarray(from, to)],
      [INTEGER, pairs.b.subarray(from, to)],
      [DOUBLE, weights],
      [DOUBLE, weights.map(probabilityOf)],
      [INTEGER, pairs.rules.subarray(from, to)],
      [LIST(INTEGER), lists(pairs.levels)],
      [LIST(DOUBLE), lists(pairs.parts)]
    ]);
  }
}

/** Writes the cluster of each record to linkage.clusters (record, label, is_flagged). */
export async function writeClusterLabels(
  warehouse: Warehouse,
  labels: Int32Array,
  flagged: Set<number>
): Promise<void> {
  await warehouse.run(
    "create or replace table linkage.clusters (record integer, label integer, is_flagged boolean)"
  );
  await warehouse.append("linkage.main.clusters", (appender) => {
    for (const [record, label] of labels.entries()) {
      appender.appendInteger(record);
      appender.appendInteger(label);
      appender.appendBoolean(flagged.has(record));
      appender.endRow();
    }
  });
}

/** Writes to analysis.match_rules what each blocking rule proposed, and how many of its pairs were joined. */
export async function writeRules(
  warehouse: Warehouse,
  {candidates}: FoundPairs,
  labels: Int32Array
): Promise<void> {
  const counts = countRules(
    candidates,
    labels,
    RULES.map(([number]) => number)
  );
  await warehouse.append("analysis.match_rules", (appender) => {
    for (const [i, {pairs, alone, joined}] of counts.entries()) {
      appender.appendVarchar(RULES[i]![1]);
      for (const count of [pairs, alone, joined]) appender.appendInteger(count);
      appender.endRow();
    }
  });
}

/** One row of analysis.match_numbers. */
export type MatchNumber = [name: string, value: number, unit: string, description: string];

/** Writes numbers of the whole linkage to analysis.match_numbers. */
export async function writeNumbers(warehouse: Warehouse, numbers: MatchNumber[]): Promise<void> {
  await warehouse.append("analysis.match_numbers", (appender) => {
    for (const [name, value, unit, description] of numbers) {
      appender.appendVarchar(name);
      appender.appendDouble(value);
      appender.appendVarchar(unit);
      appender.appendVarchar(description);
      appender.endRow();
    }
  });
}
