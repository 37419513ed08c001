import type {Config} from "../config.js";
import {type Job, runInLanes} from "../warehouse/lanes.js";
import {loadJobs, modelJobs} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {archiveRecords} from "./archiveRecords.js";
import {landSources} from "./landSources.js";
import {normalizePhones} from "./normalizePhones.js";
import {recordBuild, type BuildFacts} from "./recordBuild.js";
import type {SourceFolder} from "./sourceFolder.js";
import type {Stopwatch} from "./stopwatch.js";

export interface LoadOptions {
  sources: SourceFolder;
  /** What meta.builds says of the build, besides the archive of original records, which is written here. */
  facts: Omit<BuildFacts, "archive">;
  watch: Stopwatch;
}

/** Loads the sources into a warehouse that holds its foundation alone and whose intermediate stages are attached, and normalizes them. */
export async function loadWarehouse(
  warehouse: Warehouse,
  config: Config,
  {sources, facts, watch}: LoadOptions
): Promise<void> {
  await watch.time("land", () => landSources(warehouse, sources));
  await load(warehouse, config, {facts, watch});
}

/**
 * Makes the directory’s own tables and the ledger from the landed records, each table as soon as what it reads is there:
 * staging, what is normalized in SQL, the telephones in JavaScript. The archive of original records is written last in
 * order, so that it takes the time in which everything else waits for one table.
 */
async function load(
  warehouse: Warehouse,
  config: Config,
  {facts, watch}: Pick<LoadOptions, "facts" | "watch">
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
