import {join} from "node:path";
import {type Config, warehousePath} from "../config.js";
import {type Job, runInLanes} from "../warehouse/lanes.js";
import {loadJobs, modelJobs} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {analyzeNetworks} from "./analyzeNetworks.js";
import {archiveRecords} from "./archiveRecords.js";
import {assignCounties} from "./assignCounties.js";
import {landSources} from "./landSources.js";
import {linkDuplicates} from "./linkDuplicates.js";
import {measureCoverage} from "./measureCoverage.js";
import {normalizePhones} from "./normalizePhones.js";
import {recordBuild, type BuildFacts} from "./recordBuild.js";
import {attachScratches} from "./scratches.js";
import type {SourceFolder} from "./sourceFolder.js";
import type {Stopwatch} from "./stopwatch.js";

export interface FillOptions {
  sources: SourceFolder;
  /** What meta.builds says of the build, besides the archive of original records, which is written here. */
  facts: Omit<BuildFacts, "archive">;
  watch: Stopwatch;
}

/** Fills a warehouse that holds its foundation alone from the sources: loads, normalizes, and runs every analysis that marts are made from. */
export async function fillWarehouse(
  warehouse: Warehouse,
  config: Config,
  {sources, facts, watch}: FillOptions
): Promise<void> {
  await attachScratches(warehouse, config, sources.folder);
  await watch.time("land", () => landSources(warehouse, sources));
  await load(warehouse, config, {facts, watch});
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
}

/**
 * Makes the directory’s own tables and the ledger from the landed records, each table as soon as what it reads is there:
 * staging, what is normalized in SQL, the telephones in JavaScript. The archive of original records is written last in
 * order, so that it takes the time in which everything else waits for one table.
 */
async function load(
  warehouse: Warehouse,
  config: Config,
  {facts, watch}: Pick<FillOptions, "facts" | "watch">
): Promise<void> {
  const phones: Job = {name: "conformed.phones", after: ["staging.phone_texts"], run: normalizePhones};
  const archive = async (lane: Warehouse) =>
    recordBuild(lane, {...facts, archive: await archiveRecords(lane, config)});
  const models = (schema: string) => modelJobs(warehouse, `sql/${schema}`, {schema, kind: "table"});
  await runInLanes(warehouse, [
    ...watch.timeJobs("staging", await models("staging")),
    ...watch.timeJobs("conform", [phones, ...(await models("conformed"))]),
    ...watch.timeJobs("tables", await loadJobs(warehouse, "sql/tables", "main")),
    ...watch.timeJobs("ledger", await loadJobs(warehouse, "sql/meta", "meta")),
    ...watch.timeJobs("archive", [{name: "meta.builds", after: [], run: archive}])
  ]);
}
