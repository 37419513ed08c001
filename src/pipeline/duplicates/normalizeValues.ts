import {type Job, runInLanes} from "../../warehouse/lanes.js";
import {modelJobs} from "../../warehouse/models.js";
import type {Warehouse} from "../../warehouse/open.js";
import type {RecordCounts} from "./blockPairs.js";
import type {LinkageField} from "./linkageField.js";
import type {ReadRecords} from "./readComparisons.js";
import {readPoints} from "./readPoints.js";
import {readRecordValues} from "./readRecordValues.js";

/** Tables that are dropped once those made from them are there; of millions of records they take gigabytes. */
const SPENT = {
  source: ["raw_values"],
  raw_values: ["cleaned_values", "record_values"],
  cleaned_values: ["plain_values"],
  plain_values: ["values", "record_values"],
  words: ["street_keys", "vocabulary", "value_words", "rare_words"]
};
/** Tables each of which is made of the one before, so that they are made in turn, each by all threads. */
const CHAIN = ["records", "raw_values", "cleaned_values", "plain_values", "values"].map(
  (table) => `linkage.${table}`
);

/** What is read of the records once their values are in plain form. */
export interface Normalized {
  read: ReadRecords;
  counts: RecordCounts;
}

/**
 * Puts the values of linkage.source into plain form and makes of them the tables that blocks and comparisons are read
 * from. Which record holds which value is read while the last of these are made.
 */
export async function normalizeValues(warehouse: Warehouse, fields: LinkageField[]): Promise<Normalized> {
  await warehouse.run("create or replace table linkage.fields (field integer, kind varchar)");
  await warehouse.append("linkage.main.fields", (appender) => {
    for (const [field, {kind}] of fields.entries()) {
      appender.appendInteger(field);
      appender.appendVarchar(kind);
      appender.endRow();
    }
  });
  const dropped = Object.entries(SPENT).map(([table, readers]) => ({
    name: `linkage.without_${table}`,
    after: readers.map((reader) => `linkage.${reader}`),
    run: (lane: Warehouse) => lane.run(`drop table linkage.${table}`)
  }));
  const models = await modelJobs(warehouse, "sql/analysis/duplicates/values", {
    schema: "linkage",
    kind: "table"
  });
  const inTurn = new Set([
    ...dropped.filter(({after}) => after.every((table) => CHAIN.includes(table))),
    ...models.filter(({name}) => CHAIN.includes(name))
  ]);
  const others = [...models, ...dropped].filter((job) => !inTurn.has(job));
  await runInLanes(warehouse, [...inTurn], {lanes: 1});
  const counts = await recordCounts(warehouse);
  const read: ReadRecords = {recordValues: [], points: undefined};
  const reading: Job = {
    name: "values of records",
    after: ["linkage.record_values"],
    run: async (lane) => {
      read.recordValues = await readRecordValues(lane, fields.length, counts.records);
      read.points = await readPoints(lane, counts.records);
    }
  };
  await runInLanes(warehouse, [...others, reading]);
  return {read, counts};
}

async function recordCounts(warehouse: Warehouse): Promise<RecordCounts> {
  const [counts] = await warehouse.rows<RecordCounts>(`
    select
      count(*)::integer as records,
      if(max(dataset) > 0, count(*) filter (dataset = 0), 0)::integer as boundary
    from linkage.records`);
  return counts!;
}
