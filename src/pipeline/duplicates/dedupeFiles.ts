import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {bestMatches} from "../../analysis/duplicates/bestMatches.js";
import {clusterRecords} from "../../analysis/duplicates/clusterRecords.js";
import {connectedComponents} from "../../analysis/duplicates/connectedComponents.js";
import type {PairMetrics} from "../../analysis/duplicates/pairMetrics.js";
import {weightOf} from "../../analysis/duplicates/scoredPairs.js";
import {strongPairs} from "../../analysis/duplicates/strongPairs.js";
import {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {insertCsv} from "../loadSeeds.js";
import type {FieldMap} from "./fieldMap.js";
import {findPairs, type FoundPairs} from "./findPairs.js";
import {joinedListings, type JoinedListings, type ListingColumns} from "./joinedListings.js";
import {loadRecords, type RecordColumns} from "./loadRecords.js";
import {parametersOf} from "./parametersOf.js";
import {compareWithEntities, compareWithPairs, compareWithSharedEntities} from "./trueMatches.js";
import {writeClusters, writePairs} from "./writeLinks.js";

export interface DedupeOptions extends RecordColumns {
  /** File of known pairs. */
  matches?: string;
  /** Least probability of a match; the parameter linkage_threshold unless given. */
  threshold?: number;
  /** Paths to write to. */
  pairs?: string;
  clusters?: string;
  /** Columns of a directory that lists places once per kind, to count those that were joined. */
  listings?: ListingColumns;
  /** Most memory that the database takes before it writes to disk, such as 4GB; beside it come numbers in memory. */
  memory?: string;
  onStep?: (step: string) => void;
}

export interface DedupeResult {
  records: number;
  candidatePairs: number;
  pairs: number;
  clusters: number;
  seconds: number;
  steps: Record<string, number>;
  metrics?: PairMetrics;
  listings?: JoinedListings;
}

/** Pairs of record numbers that are joined, by position among the found pairs, and the cluster of each record. */
export interface Links {
  chosen: number[];
  labels: Int32Array;
}

/** Finds the duplicates of one file, or the links between two, and compares them with a truth if there is one. */
export async function dedupeFiles(
  paths: string[],
  map: FieldMap,
  options: DedupeOptions
): Promise<DedupeResult> {
  const start = performance.now();
  const spill = mkdtempSync(join(tmpdir(), "workbench-"));
  const settings = {temp_directory: spill, ...(options.memory && {memory_limit: options.memory})};
  const warehouse = await Warehouse.open(":memory:", {settings});
  try {
    options.onStep?.("read");
    await load(warehouse, {paths, map, options});
    const threshold = weightOf(options.threshold ?? (await parametersOf(warehouse))("linkage_threshold"));
    const found = await findPairs(warehouse, map.fields, options.onStep);
    const links = paths.length > 1 ? linkFiles(found, threshold) : groupFile(found, threshold);
    const seconds = (performance.now() - start) / 1000;
    if (options.pairs) await writePairs(warehouse, options.pairs, found, links);
    if (options.clusters) await writeClusters(warehouse, options.clusters, links);
    const metrics = await measure(warehouse, {found, links, options});
    const listings =
      options.listings &&
      (await joinedListings(warehouse, {path: paths[0]!, columns: options.listings}, {...found, ...links}));
    return {
      records: found.size.records,
      candidatePairs: found.size.pairs,
      pairs: links.chosen.length,
      clusters: clusterCount(links.labels),
      seconds,
      steps: found.seconds,
      ...(metrics && {metrics}),
      ...(listings && {listings})
    };
  } finally {
    warehouse.close();
    rmSync(spill, {recursive: true, force: true});
  }
}

/** The migrations that linkage needs; all of them would take a third of a second. */
const MIGRATIONS = [
  "0001_schemas",
  "0003_meta",
  "0010_linkage_text",
  "0011_linkage_reference",
  "0068_plain_text",
  "0071_plain_website"
];

interface Loading {
  paths: string[];
  map: FieldMap;
  options: RecordColumns;
}

/** Loads the records on a connection of its own while another makes what linkage needs. */
async function load(warehouse: Warehouse, {paths, map, options}: Loading): Promise<void> {
  await warehouse.attachScratch("linkage");
  const beside = await warehouse.beside();
  const work = await Promise.allSettled([loadRecords(beside, paths, map, options), prepare(warehouse)]);
  beside.close();
  for (const result of work) if (result.status === "rejected") throw result.reason;
}

async function prepare(warehouse: Warehouse): Promise<void> {
  await warehouse.run("create schema meta");
  for (const name of MIGRATIONS) await warehouse.run(readSqlFile(`sql/migrations/${name}.sql`).text);
  await insertCsv(warehouse, "reference.word_forms", "sql/seeds/word_forms.csv");
  await insertCsv(warehouse, "meta.parameters", "sql/parameters/duplicates.csv");
}

function groupFile({pairs, model, comparisons, size}: FoundPairs, threshold: number): Links {
  const {labels} = clusterRecords({model, comparisons, records: size.records}, pairs, threshold);
  const chosen = strongPairs(pairs.weights, threshold).filter(
    (i) => labels[pairs.a[i]!] === labels[pairs.b[i]!]
  );
  return {chosen, labels};
}

function linkFiles({pairs, size}: FoundPairs, threshold: number): Links {
  const chosen = bestMatches(pairs, threshold);
  const pick = (values: Int32Array) => chosen.map((i) => values[i]!);
  return {chosen, labels: connectedComponents(size.records, pick(pairs.a), pick(pairs.b))};
}

function clusterCount(labels: Int32Array): number {
  return labels.reduce((count, label, record) => count + (label === record ? 1 : 0), 0);
}

interface Measured {
  found: FoundPairs;
  links: Links;
  options: DedupeOptions;
}

async function measure(
  warehouse: Warehouse,
  {found, links, options}: Measured
): Promise<PairMetrics | undefined> {
  if (!options.matches && !options.truth) return undefined;
  const isLink = found.size.boundary > 0;
  const pairs = isLink ? chosenPairs(found, links) : pairsWithin(links.labels);
  if (options.matches) return compareWithPairs(warehouse, options.matches, pairs);
  return isLink
    ? compareWithSharedEntities(warehouse, pairs.a, pairs.b)
    : compareWithEntities(warehouse, links.labels);
}

function chosenPairs({pairs}: FoundPairs, {chosen}: Links): {a: number[]; b: number[]} {
  return {a: chosen.map((i) => pairs.a[i]!), b: chosen.map((i) => pairs.b[i]!)};
}

function pairsWithin(labels: Int32Array): {a: number[]; b: number[]} {
  const members = new Map<number, number[]>();
  const pairs: {a: number[]; b: number[]} = {a: [], b: []};
  for (const [record, label] of labels.entries()) {
    const earlier = members.get(label) ?? [];
    for (const other of earlier) {
      pairs.a.push(other);
      pairs.b.push(record);
    }
    earlier.push(record);
    members.set(label, earlier);
  }
  return pairs;
}
