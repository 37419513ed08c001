import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import {warehousePath} from "../config.js";
import {failedErrors, failureLines, type CheckFinding, type CheckResult} from "../checks/checkResult.js";
import {recordChecks} from "../checks/recordChecks.js";
import {runChecks} from "../checks/runChecks.js";
import {UserError} from "../error.js";
import {runInLanes} from "../warehouse/lanes.js";
import {createModels, loadTables} from "../warehouse/models.js";
import {migrate} from "../warehouse/migrate.js";
import {Warehouse} from "../warehouse/open.js";
import {analyzeNetworks} from "./analyzeNetworks.js";
import {archiveRecords} from "./archiveRecords.js";
import {assignCounties} from "./assignCounties.js";
import {carryHistory} from "./carryHistory.js";
import {compareWithPublished} from "./compareWithPublished.js";
import {readBenchmarkLog} from "./benchmarkLog.js";
import {buildInputs, combinedFingerprint} from "./fingerprint.js";
import {explainDisk} from "./explainDisk.js";
import {landSources} from "./landSources.js";
import {linkDuplicates} from "./linkDuplicates.js";
import {loadReference} from "./loadReference.js";
import {loadSeeds} from "./loadSeeds.js";
import {withLock} from "./lock.js";
import {measureCoverage} from "./measureCoverage.js";
import {normalizePhones} from "./normalizePhones.js";
import {publish} from "./publish.js";
import {recordBenchmarks} from "./recordBenchmarks.js";
import {recordBuild} from "./recordBuild.js";
import {recordUpdateHistory} from "./recordUpdateHistory.js";
import {forgetRollback} from "./rollbackMark.js";
import {attachScratches, buildSettings, removeScratches} from "./scratches.js";
import {type SourceFolder, sourceFolder} from "./sourceFolder.js";
import {sweep} from "./sweep.js";
import {Stopwatch, type OnStep} from "./stopwatch.js";
import {readUpdateLog} from "./updateLog.js";

/** How many offending rows of a failed check are shown. */
const SHOWN_ROWS = 20;

/** What a build did. */
export interface BuildResult {
  buildId: string;
  isSample: boolean;
  recordCount: number;
  organizationCount: number;
  checks: CheckResult[];
  steps: {step: string; durationMs: number}[];
  durationMs: number;
}

export interface BuildOptions {
  onStep?: OnStep;
  now?: Date;
  /** Called with the checked candidate; where it throws, nothing is published. */
  beforePublish?: (candidate: Warehouse) => Promise<void>;
}

/**
 * Builds a warehouse from the sources beside the published one, checks it, and publishes it by rename.
 * If any step throws or any error-level check fails, the published warehouse is untouched.
 */
export async function build(config: Config, options: BuildOptions = {}): Promise<BuildResult> {
  mkdirSync(config.state, {recursive: true});
  return withLock(config, () => {
    sweep(config);
    return buildCandidate(config, options);
  }).catch((error: unknown) => {
    throw explainDisk(error, config);
  });
}

async function buildCandidate(
  config: Config,
  {onStep, now = new Date(), beforePublish}: BuildOptions
): Promise<BuildResult> {
  const watch = new Stopwatch(onStep);
  const candidate = join(config.state, `candidate-${process.pid}.duckdb`);
  try {
    const warehouse = await Warehouse.open(candidate, {
      settings: buildSettings(config)
    });
    const result = await fill(warehouse, config, {watch, now})
      .then(async (filled) => {
        await beforePublish?.(warehouse);
        return filled;
      })
      .finally(() => warehouse.close());
    await watch.time("publish", async () => publish(config, candidate));
    forgetRollback(config);
    return {...result, steps: watch.steps, durationMs: watch.elapsedMs()};
  } finally {
    for (const path of [candidate, `${candidate}.wal`]) rmSync(path, {force: true});
    removeScratches(config);
  }
}

/** Runs every step of the build on an empty warehouse: the whole flow, from sources to checked marts. */
async function fill(warehouse: Warehouse, config: Config, {watch, now}: {watch: Stopwatch; now: Date}) {
  const sources = await watch.time("prepare sources", () => sourceFolder(config));
  const inputs = await watch.time("fingerprint", () => buildInputs(config, sources.folder));
  const fingerprint = combinedFingerprint(inputs);
  await attachScratches(warehouse, config, sources.folder);
  await watch.time("migrate", () => migrate(warehouse));
  const recordCount = await seedAndLand(warehouse, sources, watch);
  const archive = await archiveAndStage(warehouse, config, watch);
  await recordBuild(warehouse, {fingerprint, now, isSample: sources.isSample, archive});
  await watch.time("conform", () => conform(warehouse));
  await watch.time("tables", () => loadTables(warehouse, "sql/tables", "main"));
  await watch.time("ledger", () => loadTables(warehouse, "sql/meta", "meta"));
  await watch.time("counties", () => assignCounties(warehouse));
  await watch.time("duplicates", () =>
    linkDuplicates(warehouse, {
      truth: sources.isSample ? join(sources.folder, "truth", "records.csv") : undefined
    })
  );
  await watch.time("coverage", () => measureCoverage(warehouse));
  await watch.time("networks", () =>
    analyzeNetworks(warehouse, {sources: sources.folder, published: warehousePath(config)})
  );
  await watch.time("history", async () => {
    await carryHistory(warehouse, warehousePath(config));
    await recordUpdateHistory(warehouse, readUpdateLog(config), warehousePath(config));
    await recordBenchmarks(warehouse, readBenchmarkLog(config));
  });
  await watch.time("marts", () => createModels(warehouse, "sql/marts", {schema: "marts", kind: "table"}));
  await createModels(warehouse, "sql/views", {schema: "main", kind: "view"});
  await watch.time("compare", () => compareWithPublished(warehouse, warehousePath(config), inputs));
  const findings = await watch.time("checks", () => runChecks(warehouse));
  stopIfFailed(findings);
  await recordChecks(warehouse, findings);
  await watch.record(warehouse);
  const [counts] = await warehouse.rows<{n: number}>("select count(*)::integer as n from main.organizations");
  return {
    buildId: fingerprint.slice(0, 12),
    isSample: sources.isSample,
    recordCount,
    organizationCount: counts!.n,
    checks: findings.map(withoutRows)
  };
}

/** Fills the seeds while the sources land. Returns the number of records. */
async function seedAndLand(warehouse: Warehouse, sources: SourceFolder, watch: Stopwatch): Promise<number> {
  let count = 0;
  const land = async (lane: Warehouse) => {
    count = await landSources(lane, sources);
  };
  await runInLanes(warehouse, [
    {name: "seeds", after: [], run: (lane) => watch.time("seeds", () => loadSeeds(lane))},
    {name: "land", after: [], run: (lane) => watch.time("land", () => land(lane))}
  ]);
  return count;
}

/**
 * Makes the staging tables while JavaScript reads the reference figures, and writes the archive of original
 * records, whose name it returns.
 */
async function archiveAndStage(warehouse: Warehouse, config: Config, watch: Stopwatch): Promise<string> {
  let archive = "";
  const write = async (lane: Warehouse) => {
    archive = await archiveRecords(lane, config);
  };
  const stage = (lane: Warehouse) => createModels(lane, "sql/staging", {schema: "staging", kind: "table"});
  const read = (lane: Warehouse) => loadReference(lane, config.reference);
  await runInLanes(warehouse, [
    {name: "staging", after: [], run: (lane) => watch.time("staging", () => stage(lane))},
    {name: "reference", after: [], run: (lane) => watch.time("reference", () => read(lane))},
    {name: "archive", after: [], run: (lane) => watch.time("archive", () => write(lane))}
  ]);
  return archive;
}

/** Normalizes what staging holds: telephones in JavaScript, while SQL does the rest. */
async function conform(warehouse: Warehouse): Promise<void> {
  const phones = {name: "conformed.phones", after: [], run: normalizePhones};
  await createModels(warehouse, "sql/conformed", {schema: "conformed", kind: "table", beside: [phones]});
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

/** Leaves the rows out: they are in meta.check_failures. */
function withoutRows({rows: _, ...result}: CheckFinding): CheckResult {
  return result;
}
