import {copyFileSync, existsSync, mkdirSync, rmSync} from "node:fs";
import {loadavg} from "node:os";
import {join} from "node:path";
import {type Config, warehousePath} from "../../config.js";
import {UserError} from "../../error.js";
import {amendPublished} from "../../pipeline/amendPublished.js";
import {appendBenchmarkLog, readBenchmarkLog, type BenchmarkRun} from "../../pipeline/benchmarkLog.js";
import {recordBenchmarks} from "../../pipeline/recordBenchmarks.js";
import {Warehouse} from "../../warehouse/open.js";
import {describeMachine} from "./machine.js";
import {measureEverything} from "./measureEverything.js";
import {compareWithEarlier} from "./regressions.js";
import {serviceLevels} from "./serviceLevels.js";
import {benchmarkSettings} from "./settings.js";

export interface BenchmarkOptions {
  isQuick?: boolean;
  /** Paths of warehouses of other sizes, to see how each query grows. */
  others?: string[];
  onProgress?: (label: string, share?: number) => void;
  now?: Date;
}

/**
 * Measures the published warehouse, compares with earlier runs on the same machine, adds the run to the log and puts
 * it into the published warehouse, so that the next build of the site shows it.
 */
export async function runBenchmark(
  config: Config,
  {isQuick = false, others = [], onProgress = () => {}, now = new Date()}: BenchmarkOptions = {}
): Promise<BenchmarkRun> {
  const missing = others.find((path) => !existsSync(path));
  if (missing) throw new UserError(`no warehouse at ${missing}; workbench scale --keep leaves them`);
  const start = performance.now();
  const loadAverage = loadavg()[0]!;
  const settings = benchmarkSettings({isQuick});
  const machine = describeMachine();
  const {build, measurements} = await onCopies(config, async (folder, path) => {
    const warehouse = await Warehouse.open(path, {readOnly: true});
    try {
      const build = await describeBuild(warehouse);
      const inputs = {folder, path, others, settings, onProgress};
      return {build, measurements: await measureEverything(warehouse, inputs)};
    } finally {
      warehouse.close();
    }
  });
  const {organizationCount} = measurements;
  const results = compareWithEarlier(
    measurements.results,
    readBenchmarkLog(config),
    {machine, isQuick, loadAverage, organizationCount},
    settings.regression
  );
  const run: BenchmarkRun = {
    runId: now.toISOString().replace(/[-:.]/g, ""),
    startedAt: now.toISOString(),
    durationMs: performance.now() - start,
    isQuick,
    machine,
    loadAverage,
    ...build,
    organizationCount,
    levels: serviceLevels(results, measurements.durations, settings),
    results,
    slow: measurements.slow
  };
  await appendBenchmarkLog(config, run);
  await publishRuns(config);
  return run;
}

/** A warehouse built before there were benchmarks has no tables for them; its next build will. */
async function publishRuns(config: Config): Promise<void> {
  await amendPublished(config, async (copy) => {
    const found = await copy.rows("from duckdb_tables() where table_name = 'benchmark_runs'");
    if (found.length > 0) await recordBenchmarks(copy, readBenchmarkLog(config));
  });
}

/** Measures a copy, so that neither a build nor what is written meanwhile can change the file under the test. */
async function onCopies<T>(
  config: Config,
  callback: (folder: string, path: string) => Promise<T>
): Promise<T> {
  const published = warehousePath(config);
  if (!existsSync(published))
    throw new UserError(`no warehouse at ${published}; run workbench migrate to build it`);
  const folder = join(config.state, `benchmark-${process.pid}`);
  mkdirSync(folder, {recursive: true});
  try {
    const path = join(folder, "warehouse.duckdb");
    copyFileSync(published, path);
    return await callback(folder, path);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function describeBuild(warehouse: Warehouse) {
  const [build] = await warehouse.rows<
    Pick<BenchmarkRun, "buildId" | "fingerprint" | "isSample" | "codeVersion">
  >(
    `select build_id as "buildId", fingerprint, is_sample as "isSample", code_version as "codeVersion"
     from meta.builds`
  );
  return build!;
}
