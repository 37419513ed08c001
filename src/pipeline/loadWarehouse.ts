import type {Config} from "../config.js";
import {LandedParts} from "../sources/landedParts.js";
import {type Job, runInLanes} from "../warehouse/lanes.js";
import {loadJobs, modelJobs} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {archiveRecords} from "./archiveRecords.js";
import {createLanding, landSources} from "./landSources.js";
import {normalizePhones} from "./normalizePhones.js";
import {recordBuild, type BuildFacts} from "./recordBuild.js";
import type {SourceFolder} from "./sourceFolder.js";
import {Staging} from "./staging.js";
import type {Stopwatch} from "./stopwatch.js";

export interface LoadOptions {
  sources: SourceFolder;
  /** What meta.builds says of the build, besides the archive of original records, which is written here. */
  facts: Omit<BuildFacts, "archive">;
  watch: Stopwatch;
}

/**
 * Loads the sources into a warehouse that holds its foundation alone and whose intermediate stages are attached: lands the
 * records, stages them meanwhile, and makes the directory’s own tables and the ledger, each as soon as what it reads is
 * there: what is normalized in SQL, the telephones in JavaScript. The archive of original records is written last in
 * order, so that it takes the time in which everything else waits for one table.
 */
export async function loadWarehouse(
  warehouse: Warehouse,
  config: Config,
  {sources, facts, watch}: LoadOptions
): Promise<void> {
  await createLanding(warehouse);
  const phones: Job = {name: "conformed.phones", after: ["conformed.phone_texts"], run: normalizePhones};
  const archive = async (lane: Warehouse) =>
    recordBuild(lane, {...facts, archive: await archiveRecords(lane, config)});
  const models = await modelJobs(warehouse, "sql/conformed", {schema: "conformed", kind: "table"});
  const [landing, ...staging] = firstJobs(sources);
  const jobs = [
    ...watch.timeJobs("land", [landing!]),
    ...watch.timeJobs("staging", staging),
    ...watch.timeJobs("conform", [phones, ...models]),
    ...watch.timeJobs("tables", await loadJobs(warehouse, "sql/tables", "main")),
    ...watch.timeJobs("ledger", await loadJobs(warehouse, "sql/meta", "meta")),
    ...watch.timeJobs("archive", [{name: "meta.builds", after: ["staging.records"], run: archive}])
  ];
  await runInLanes(
    warehouse,
    jobs.map((job) => ({...job, after: job.after.map(jobOf)}))
  );
}

/** Lands the records, and stages what has been landed: beside the landing, and on two lanes once it is done. */
function firstJobs(sources: SourceFolder): Job[] {
  const parts = new LandedParts();
  const staging = new Staging();
  const stage = (lane: Warehouse) => staging.stage(lane, parts);
  return [
    {name: "raw.records", after: [], run: (lane) => landSources(lane, sources, parts)},
    {name: "parts", after: [], run: stage},
    {name: "other parts", after: ["raw.records"], run: stage},
    {name: "staging.records", after: ["parts", "other parts"], run: (lane) => staging.join(lane)}
  ];
}

/** All tables of staging are there at once. */
function jobOf(table: string): string {
  return table.startsWith("staging.") ? "staging.records" : table;
}
