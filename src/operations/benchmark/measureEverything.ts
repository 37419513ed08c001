import {copyFileSync} from "node:fs";
import {join} from "node:path";
import type {BenchmarkResult, SlowStatement} from "../../pipeline/benchmarkLog.js";
import {Warehouse} from "../../warehouse/open.js";
import {answerChecker} from "./checkAnswers.js";
import {compareEngines} from "./compare/compareEngines.js";
import {readDirectory} from "./directory.js";
import {measureGrowth} from "./measureGrowth.js";
import {measureLoad} from "./measureLoad.js";
import {measureQueries} from "./measureQueries.js";
import {measureStorage} from "./measureStorage.js";
import {measureThroughput} from "./measureThroughput.js";
import {prepareQueries} from "./prepareQueries.js";
import type {BenchmarkSettings} from "./settings.js";

export interface Measurements {
  results: BenchmarkResult[];
  slow: SlowStatement[];
  /** Every warm statement, milliseconds. */
  durations: number[];
  organizationCount: number;
}

export interface MeasureInputs {
  /** Folder for files of the measurements. */
  folder: string;
  /** The warehouse under test. */
  path: string;
  /** Warehouses of other sizes, on which the queries are timed too. */
  others: string[];
  settings: BenchmarkSettings;
  onProgress: (label: string, share?: number) => void;
}

/** Measures queries, load, throughput and storage; and, unless quick, what a user could pick instead. */
export async function measureEverything(warehouse: Warehouse, inputs: MeasureInputs): Promise<Measurements> {
  const {folder, path, settings, onProgress} = inputs;
  onProgress("read the directory");
  const directory = await readDirectory(warehouse);
  const check = answerChecker(directory);
  const prepared = await prepareQueries(warehouse, {count: settings.runs, seed: settings.seed});
  const queries = await measureQueries(warehouse, {path, prepared, check, settings, onProgress});
  const load = await measureLoad({path, prepared, check, settings, onProgress});
  const throughput = await throughputOfCopy(inputs);
  const storage = await measureStorage({warehouse, path, folder, isQuick: settings.isQuick, onProgress});
  const comparison = settings.isQuick
    ? []
    : await compareEngines(warehouse, {folder, path, prepared, check, settings, onProgress, directory});
  const {others} = inputs;
  const growth = others.length ? await measureGrowth({paths: [path, ...others], settings, onProgress}) : [];
  return {
    results: [...queries.results, ...load, ...throughput, ...storage, ...comparison, ...growth],
    slow: queries.slow,
    durations: queries.durations,
    organizationCount: directory.organizations.length
  };
}

async function throughputOfCopy({
  folder,
  path,
  settings,
  onProgress
}: MeasureInputs): Promise<BenchmarkResult[]> {
  const scratchPath = join(folder, "scratch.duckdb");
  copyFileSync(path, scratchPath);
  const scratch = await Warehouse.open(scratchPath);
  try {
    return await measureThroughput({scratch, folder, repeats: settings.repeats, onProgress});
  } finally {
    scratch.close();
  }
}
