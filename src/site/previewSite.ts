import {spawn} from "node:child_process";
import {utimesSync} from "node:fs";
import {type Config, warehousePath} from "../config.js";
import {messageOf} from "../error.js";
import {ensureWarehouse} from "../pipeline/ensureWarehouse.js";
import type {OnStep} from "../pipeline/stopwatch.js";
import {snapshotList} from "../snapshots/snapshotList.js";
import {TableHashes} from "../snapshots/tableHashes.js";
import {writeAllSnapshots} from "../snapshots/writeAllSnapshots.js";
import {Warehouse} from "../warehouse/open.js";
import {checkPages} from "./checkPages.js";
import {frameworkEnvironment, frameworkProgram} from "./runFramework.js";
import {serveFaults} from "./serveFaults.js";
import {sidebarWatch} from "./sidebarWatch.js";
import {sitePaths, snapshotFolder} from "./sitePaths.js";
import {watchInputs} from "./watchInputs.js";

export interface PreviewOptions {
  port: number;
  report: (line: string) => void;
}

/** What decides the warehouse and the snapshots. Framework itself watches pages and components, to show them. */
const SELECTS = "data-loaders";
const CODE = ["sql", "src"];
const CONFIGURATION = "observablehq.config.ts";

/**
 * Runs Framework’s preview until it is stopped and returns its exit code. Whenever an input changes, the warehouse and
 * the snapshots are brought up to date, as far as they depend on it, and the open pages told, also of what is wrong.
 */
export async function previewSite(config: Config, {port, report}: PreviewOptions): Promise<number> {
  const paths = sitePaths();
  const faults = await serveFaults();
  let known: string[] = [];
  const show = (found: string[]) => {
    faults.tell(found);
    for (const fault of found) if (!known.includes(fault)) report(fault);
    known = found;
  };
  const hashes = new TableHashes();
  /** What keeps the warehouse from being built, and what else is wrong; the first stays until a build succeeds. */
  let [broken, others]: [string[], string[]] = [[], []];
  const refresh = async ({isRebuilt, isWritten}: {isRebuilt: boolean; isWritten: boolean}) => {
    if (isRebuilt) broken = await rebuild(config, {hashes, onStep: wholeBuilds(faults.tellProgress)});
    if (broken.length) show([...broken, ...others]);
    const unwritten = isWritten ? await rewrite(config, {report, hashes}) : [];
    others = unwritten.length ? unwritten : await faultsOf(config);
    show([...broken, ...others]);
    faults.tellProgress(null);
  };
  await refresh({isRebuilt: true, isWritten: true});
  const rebuilding = [...CODE, ...(config.sources ? [config.sources] : [])];
  const updateSidebar = sidebarWatch(paths.reports, CONFIGURATION);
  const stop = watchInputs([...rebuilding, SELECTS, paths.reports], async (changed) => {
    updateSidebar();
    const isRebuilt = changed.some((path) => rebuilding.includes(path));
    await refresh({isRebuilt, isWritten: isRebuilt || changed.includes(SELECTS)});
  });
  const args = [frameworkProgram(), "preview", "--no-open", "--port", String(port)];
  const env = {...frameworkEnvironment(config, paths), WORKBENCH_FAULTS: faults.url};
  const child = spawn(process.execPath, args, {env, stdio: "inherit"});
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  stop();
  faults.close();
  return code ?? 0;
}

/** Says once of a build that reads the sources that it is at work; one that starts from the published warehouse is soon done. */
function wholeBuilds(tell: (progress: string) => void): OnStep {
  return (step) => {
    if (step === "land")
      tell(
        "The warehouse is being built from the sources. Until then this page shows the numbers of the build before."
      );
  };
}

/** Brings the warehouse up to date; returns what keeps it from being built. */
async function rebuild(
  config: Config,
  {hashes, onStep}: {hashes: TableHashes; onStep: OnStep}
): Promise<string[]> {
  try {
    const warehouse = await ensureWarehouse(config, {onStep, onReuse: (reuse) => hashes.follow(reuse)});
    warehouse.close();
    return [];
  } catch (error) {
    return [messageOf(error)];
  }
}

/** Brings the snapshots of the published warehouse up to date; returns what keeps them from being written. */
async function rewrite(
  config: Config,
  {report, hashes}: Pick<PreviewOptions, "report"> & {hashes: TableHashes}
): Promise<string[]> {
  const warehouse = await published(config);
  try {
    const start = new Date();
    const changed = await writeAllSnapshots(warehouse, snapshotFolder(sitePaths()), {hashes});
    // Framework tells open pages of a loader that was touched; its output, written after that, counts as fresh.
    for (const {fileName, file} of snapshotList())
      if (changed.includes(fileName)) utimesSync(file.path, start, start);
    if (changed.length) report(`${changed.length} snapshots written`);
    return [];
  } catch (error) {
    return [messageOf(error)];
  } finally {
    warehouse.close();
  }
}

async function faultsOf(config: Config): Promise<string[]> {
  const warehouse = await published(config);
  return checkPages(warehouse)
    .catch((error) => [messageOf(error)])
    .finally(() => warehouse.close());
}

function published(config: Config): Promise<Warehouse> {
  return Warehouse.open(warehousePath(config), {readOnly: true});
}
