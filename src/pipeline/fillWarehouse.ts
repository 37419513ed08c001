import {join} from "node:path";
import {type Config, warehousePath} from "../config.js";
import type {LandedFile} from "../sources/land.js";
import {runInLanes} from "../warehouse/lanes.js";
import {migrate} from "../warehouse/migrate.js";
import {loadJobs, modelJobs} from "../warehouse/models.js";
import type {Warehouse} from "../warehouse/open.js";
import {analyzeNetworks} from "./analyzeNetworks.js";
import {archiveRecords} from "./archiveRecords.js";
import {assignCounties} from "./assignCounties.js";
import {describeFiles, landRecords} from "./landSources.js";
import {linkDuplicates} from "./linkDuplicates.js";
import {loadReference} from "./loadReference.js";
import {loadSeeds} from "./loadSeeds.js";
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

/** Fills an empty warehouse from the sources: loads, normalizes, and runs every analysis that marts are made from. */
export async function fillWarehouse(
  warehouse: Warehouse,
  config: Config,
  {sources, facts, watch}: FillOptions
): Promise<void> {
  await attachScratches(warehouse, config, sources.folder);
  await prepareAndLand(warehouse, sources, watch);
  await stage(warehouse, config, watch);
  await watch.time("conform", () => conform(warehouse));
  await fillTables(warehouse, config, {facts, watch});
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

/** Makes the tables and fills the seeds, in SQL, while JavaScript lands the sources. */
async function prepareAndLand(warehouse: Warehouse, sources: SourceFolder, watch: Stopwatch): Promise<void> {
  let files: LandedFile[] = [];
  const land = async (lane: Warehouse) => {
    files = await landRecords(lane, sources);
  };
  await runInLanes(warehouse, [
    ...watch.timeJobs("migrate", [
      {name: "migrate", after: [], run: async (lane) => void (await migrate(lane))}
    ]),
    ...watch.timeJobs("land", [
      {name: "land", after: [], run: land},
      {name: "files", after: ["migrate", "land"], run: (lane) => describeFiles(lane, files, sources)}
    ]),
    ...watch.timeJobs("seeds", [{name: "seeds", after: ["migrate"], run: loadSeeds}])
  ]);
}

/** Makes the staging tables while JavaScript reads the reference figures. */
async function stage(warehouse: Warehouse, config: Config, watch: Stopwatch): Promise<void> {
  await runInLanes(warehouse, [
    ...watch.timeJobs(
      "staging",
      await modelJobs(warehouse, "sql/staging", {schema: "staging", kind: "table"})
    ),
    ...watch.timeJobs("reference", [
      {name: "reference", after: [], run: (lane) => loadReference(lane, config.reference)}
    ])
  ]);
}

/** Normalizes what staging holds: telephones in JavaScript, while SQL does the rest. */
async function conform(warehouse: Warehouse): Promise<void> {
  const models = await modelJobs(warehouse, "sql/conformed", {schema: "conformed", kind: "table"});
  await runInLanes(warehouse, [{name: "conformed.phones", after: [], run: normalizePhones}, ...models]);
}

/** Fills the directory’s own tables and the ledger, and writes the archive of original records beside them. */
async function fillTables(
  warehouse: Warehouse,
  config: Config,
  {facts, watch}: Pick<FillOptions, "facts" | "watch">
): Promise<void> {
  const archive = async (lane: Warehouse) =>
    recordBuild(lane, {...facts, archive: await archiveRecords(lane, config)});
  await runInLanes(warehouse, [
    ...watch.timeJobs("tables", await loadJobs(warehouse, "sql/tables", "main")),
    ...watch.timeJobs("archive", [{name: "meta.builds", after: [], run: archive}]),
    ...watch.timeJobs("ledger", await loadJobs(warehouse, "sql/meta", "meta"))
  ]);
}
