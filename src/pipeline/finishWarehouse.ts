import {type Config, warehousePath} from "../config.js";
import {checkStages} from "../checks/checkStages.js";
import {failedErrors, failureLines, type CheckFinding} from "../checks/checkResult.js";
import {recordChecks} from "../checks/recordChecks.js";
import {runChecks} from "../checks/runChecks.js";
import {UserError} from "../error.js";
import {runInLanes} from "../warehouse/lanes.js";
import {modelJobs, type ModelOptions} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import type {SqlFile} from "../warehouse/sqlFile.js";
import {readBenchmarkLog} from "./benchmarkLog.js";
import {carryHistory} from "./carryHistory.js";
import {compareWithPublished} from "./compareWithPublished.js";
import type {BuildInputs} from "./fingerprint.js";
import {recordMartFiles} from "./martFiles.js";
import {recordBenchmarks} from "./recordBenchmarks.js";
import {recordUpdateHistory} from "./recordUpdateHistory.js";
import type {Reused} from "./reuseWarehouse.js";
import type {Stopwatch} from "./stopwatch.js";
import {readUpdateLog} from "./updateLog.js";

/** How many offending rows of a failed check are shown. */
const SHOWN_ROWS = 20;

/**
 * Finishes a warehouse that is loaded and analysed: what earlier builds left, marts, views, comparison with the
 * published one, checks. Of a copy of the published warehouse only what is to be remade is, and the results of other
 * checks are taken over. Throws a UserError with their offending rows if error-level checks fail.
 */
export async function finishWarehouse(
  warehouse: Warehouse,
  config: Config,
  {inputs, watch, reused}: {inputs: BuildInputs; watch: Stopwatch; reused?: Reused | undefined}
): Promise<CheckFinding[]> {
  const published = warehousePath(config);
  const isMade = (name: string) => reused?.remade.has(name.toLowerCase()) ?? true;
  const make = async (folder: string, options: ModelOptions) => {
    const jobs = await modelJobs(warehouse, folder, options);
    await runInLanes(
      warehouse,
      jobs.filter(({name}) => isMade(name))
    );
  };
  await watch.time("history", async () => {
    await carryHistory(warehouse, published);
    await recordUpdateHistory(warehouse, readUpdateLog(config), published);
    await recordBenchmarks(warehouse, readBenchmarkLog(config));
    await recordMartFiles(warehouse);
  });
  await watch.time("marts", () => make("sql/marts", {schema: "marts", kind: "table"}));
  await make("sql/views", {schema: "main", kind: "view"});
  await watch.time("compare", () =>
    compareWithPublished(warehouse, published, {inputs, isCopy: reused !== undefined})
  );
  const {ofLoad, ofAnalyses} = await checkStages(warehouse);
  const isRun = ({name}: SqlFile) => isMade(`checks.${name}`);
  const findings = [
    ...(reused?.findings ?? []),
    ...(await watch.time("checks", () => runChecks(warehouse, ofLoad.filter(isRun)))),
    ...(await watch.time("checks of analyses", () => runChecks(warehouse, ofAnalyses.filter(isRun))))
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  stopIfFailed(findings);
  await recordChecks(warehouse, findings);
  await watch.record(warehouse);
  return findings;
}

function stopIfFailed(findings: CheckFinding[]): void {
  const failed = failedErrors(findings);
  if (!failed.length) return;
  const lines = failed.flatMap((finding) => [
    ...failureLines([finding]),
    ...finding.rows.slice(0, SHOWN_ROWS).map((row) => `    ${row}`)
  ]);
  throw new UserError(["checks failed; published warehouse unchanged", ...lines].join("\n  "));
}
