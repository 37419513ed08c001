import {loadavg} from "node:os";
import {type Config, warehousePath} from "../../config.js";
import {appendBenchmarkLog, readBenchmarkLog, type BenchmarkRun} from "../../pipeline/benchmarkLog.js";
import {Warehouse} from "../../warehouse/open.js";
import {readDirectory} from "./directory.js";
import {describeMachine} from "./machine.js";
import {measureQueries} from "./measureQueries.js";
import {prepareQueries} from "./prepareQueries.js";
import {compareWithEarlier} from "./regressions.js";
import {serviceLevels} from "./serviceLevels.js";
import {benchmarkSettings} from "./settings.js";

export interface BenchmarkOptions {
  isQuick?: boolean;
  onProgress?: (label: string, share?: number) => void;
  now?: Date;
}

/** Measures the published warehouse, compares with earlier runs, and adds the run to the log. */
export async function runBenchmark(
  config: Config,
  {isQuick = false, onProgress = () => {}, now = new Date()}: BenchmarkOptions = {}
): Promise<BenchmarkRun> {
  const start = performance.now();
  const loadAverage = loadavg()[0]!;
  const settings = benchmarkSettings({isQuick});
  const path = warehousePath(config);
  const machine = describeMachine();
  const warehouse = await Warehouse.open(path, {readOnly: true});
  try {
    onProgress("read the directory");
    const directory = await readDirectory(warehouse);
    const prepared = await prepareQueries(warehouse, {count: settings.runs, seed: settings.seed});
    const queries = await measureQueries(warehouse, {path, prepared, directory, settings, onProgress});
    const results = compareWithEarlier(queries.results, readBenchmarkLog(config), {
      machineId: machine.machineId,
      share: settings.regressionShare
    });
    const run: BenchmarkRun = {
      runId: now.toISOString().replace(/[-:.]/g, ""),
      startedAt: now.toISOString(),
      isQuick,
      machine,
      loadAverage,
      ...(await describeBuild(warehouse)),
      organizationCount: directory.organizations.length,
      levels: serviceLevels(results, queries.durations, settings),
      results,
      slow: queries.slow,
      durationMs: performance.now() - start
    };
    await appendBenchmarkLog(config, run);
    return run;
  } finally {
    warehouse.close();
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
