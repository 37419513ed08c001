import {copyFileSync, existsSync, mkdirSync, rmSync} from "node:fs";
import {cpus} from "node:os";
import {join} from "node:path";
import {type Config, warehousePath} from "../../config.js";
import {readParameters} from "../../config/parameters.js";
import {UserError} from "../../error.js";
import {Warehouse} from "../../warehouse/open.js";
import {type BenchmarkQuery, obstacle, readBenchmarkQueries} from "../benchmark/benchmarkQuery.js";
import {drawParameters} from "../benchmark/drawParameters.js";
import {alternatives} from "./alternatives.js";
import {type Operator, profile} from "./profile.js";
import {queryColumns} from "./queryColumns.js";
import {type Trial, tryAlternative} from "./tryAlternative.js";

/** A query’s plan as it ran, and what was tried to make it faster. */
export interface TuneResult {
  name: string;
  title: string;
  /** Why the query cannot run here; null where it can. */
  obstacle: string | null;
  plan: Operator | null;
  trials: Trial[];
}

export interface TuneOptions {
  /** Name of a file in sql/benchmarks; all of them are only profiled unless one is named. */
  query?: string;
  onProgress?: (label: string, share?: number) => void;
}

/**
 * Profiles the queries of sql/benchmarks on a copy of the published warehouse; where one is named, tries on further
 * copies what could make it faster. The published warehouse is not touched.
 */
export async function runTune(
  config: Config,
  {query: wanted, onProgress = () => {}}: TuneOptions = {}
): Promise<TuneResult[]> {
  const published = warehousePath(config);
  if (!existsSync(published))
    throw new UserError(`no warehouse at ${published}; run workbench migrate to build it`);
  const all = readBenchmarkQueries();
  const queries = all.filter(({name}) => wanted === undefined || name === wanted);
  if (queries.length === 0)
    throw new UserError(`unknown query: ${wanted}; choose one of ${all.map(({name}) => name).join(", ")}`, {
      exitCode: 2
    });
  const folder = join(config.state, `tune-${process.pid}`);
  mkdirSync(folder, {recursive: true});
  try {
    const path = join(folder, "warehouse.duckdb");
    copyFileSync(published, path);
    const results: TuneResult[] = [];
    for (const query of queries)
      results.push(await tune(query, {folder, path, isTrying: wanted !== undefined, onProgress}));
    return results;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

interface TuneInputs {
  folder: string;
  path: string;
  isTrying: boolean;
  onProgress: (label: string, share?: number) => void;
}

async function tune(query: BenchmarkQuery, inputs: TuneInputs): Promise<TuneResult> {
  const {folder, path, isTrying, onProgress} = inputs;
  const settings = readParameters("benchmarks");
  onProgress(`profile ${query.name}`);
  const warehouse = await Warehouse.open(path, {readOnly: true});
  const described = {name: query.name, title: query.title};
  const {parameters, plan, choices, reason} = await examine(warehouse, query, settings.tune_rounds!).finally(
    () => warehouse.close()
  );
  if (reason !== null) return {...described, obstacle: reason, plan: null, trials: []};
  const trials: Trial[] = [];
  for (const [i, choice] of (isTrying ? choices : []).entries()) {
    onProgress(`try ${choice.title}`, i / choices.length);
    const text = query.file.text;
    const [rounds, worthwhile] = [settings.tune_rounds!, settings.tune_worthwhile_share!];
    trials.push(await tryAlternative(choice, {folder, path, text, parameters, rounds, worthwhile}));
  }
  return {...described, obstacle: null, plan, trials};
}

async function examine(warehouse: Warehouse, query: BenchmarkQuery, count: number) {
  const blocked = await obstacle(warehouse, query);
  const seed = readParameters("benchmarks").benchmark_seed!;
  const parameters = blocked === null ? await drawParameters(warehouse, query, {count, seed}) : [];
  const reason = blocked ?? (parameters.length === 0 ? "there is nothing to ask for" : null);
  if (reason !== null) return {parameters, plan: null, choices: [], reason};
  const uses = await queryColumns(warehouse, query.file);
  return {
    parameters,
    plan: await profile(warehouse, query.file.text, parameters[0]!),
    choices: alternatives(query, uses, cpus().length),
    reason
  };
}
