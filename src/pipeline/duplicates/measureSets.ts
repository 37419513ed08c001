import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {Warehouse} from "../../warehouse/open.js";
import {dedupeFiles, type DedupeResult} from "./dedupeFiles.js";
import {readFieldMap} from "./fieldMap.js";
import type {JoinedListings, ListingColumns} from "./joinedListings.js";

/** One set of the list labelledSets.json: files below the folder of data, and what is known of them. */
interface LabelledSet {
  name: string;
  files: string[];
  map: string;
  id?: string;
  truth?: string;
  matches?: string;
  /** Least F1; a set without one is measured and cannot fail. */
  goal?: number;
  /** A directory that lists places once per kind, and how many under variant names must be joined. */
  listings?: {columns: ListingColumns; variantsGoal: number};
}

/** What was measured of one set; a set whose files are absent has a status alone. */
export interface SetResult {
  name: string;
  status: "met" | "missed" | "measured" | "absent";
  records?: number;
  precision?: number;
  recall?: number;
  f1?: number;
  goal?: number;
  listings?: JoinedListings;
  seconds?: number;
}

/**
 * Finds the duplicates of every labelled set in the folder with the default settings, and compares them with the
 * truth. The last row is the generated sample in the published warehouse, as its build measured it.
 */
export async function measureSets(
  folder: string,
  published: string,
  onSet: (name: string) => void = () => {}
): Promise<SetResult[]> {
  const list = readFileSync(new URL("./labelledSets.json", import.meta.url), "utf8");
  const results: SetResult[] = [];
  for (const set of JSON.parse(list) as LabelledSet[]) {
    onSet(set.name);
    results.push(await measureSet(folder, set));
  }
  return [...results, await measurePublished(published)];
}

async function measureSet(folder: string, set: LabelledSet): Promise<SetResult> {
  const at = (path: string) => join(folder, path);
  const {name, goal, listings} = set;
  if (!set.files.map(at).every(existsSync)) return {name, status: "absent"};
  const result = await dedupeFiles(set.files.map(at), readFieldMap(set.map), {
    ids: set.id ? [set.id] : [],
    ...(set.truth && {truth: set.truth}),
    ...(set.matches && {matches: at(set.matches)}),
    ...(listings && {listings: listings.columns})
  });
  const {records, seconds, metrics} = result;
  return {
    name,
    status: statusOf(set, result),
    records,
    ...(metrics && {precision: metrics.precision, recall: metrics.recall, f1: metrics.f1}),
    ...(goal !== undefined && {goal}),
    ...(result.listings && {listings: result.listings}),
    seconds
  };
}

function statusOf({goal, listings}: LabelledSet, result: DedupeResult): SetResult["status"] {
  if (listings && result.listings) {
    const {sameNamed, sameNamedJoined, variantsJoined, otherStreets} = result.listings;
    const isMet = sameNamedJoined === sameNamed && variantsJoined >= listings.variantsGoal && !otherStreets;
    return isMet ? "met" : "missed";
  }
  if (goal === undefined || !result.metrics) return "measured";
  return result.metrics.f1 >= goal ? "met" : "missed";
}

const SAMPLE = {name: "generated sample, as last built", goal: 0.99};

async function measurePublished(path: string): Promise<SetResult> {
  if (!existsSync(path)) return {name: SAMPLE.name, status: "absent"};
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    const rows = await warehouse.rows<{name: string; value: number}>(
      "select name, value from analysis.match_numbers where name = 'records' or name like 'truth_%'"
    );
    const value = (name: string) => rows.find((row) => row.name === name)?.value;
    const [f1, precision, recall, records] = ["truth_f1", "truth_precision", "truth_recall", "records"].map(
      value
    );
    if (f1 === undefined) return {name: SAMPLE.name, status: "absent"};
    const status = f1 >= SAMPLE.goal ? "met" : "missed";
    return {...SAMPLE, status, f1, precision: precision!, recall: recall!, records: records!};
  } finally {
    warehouse.close();
  }
}
