import {spawn} from "node:child_process";
import {utimesSync} from "node:fs";
import {type Config, warehousePath} from "../config.js";
import {messageOf} from "../error.js";
import {ensureWarehouse} from "../pipeline/ensureWarehouse.js";
import type {ReuseOfBuild} from "../pipeline/reuseWarehouse.js";
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
  const rebuilding = [...CODE, ...(config.sources ? [config.sources] : [])];
  const hashes = new TableHashes();
  show(await refresh(config, {report, hashes}));
  const updateSidebar = sidebarWatch(paths.reports, CONFIGURATION);
  const stop = watchInputs([...rebuilding, SELECTS, paths.reports], async (changed) => {
    updateSidebar();
    const isRebuilt = changed.some((path) => rebuilding.includes(path));
    const isWritten = isRebuilt || changed.includes(SELECTS);
    show(isWritten ? await refresh(config, {report, hashes, isRebuilt}) : await faultsOf(config));
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

/** Brings the snapshots up to date, and the warehouse too unless only SELECTs have changed; returns what is wrong. */
async function refresh(
  config: Config,
  {
    report,
    hashes,
    isRebuilt = true
  }: Pick<PreviewOptions, "report"> & {hashes: TableHashes; isRebuilt?: boolean}
): Promise<string[]> {
  const onReuse = (reuse: ReuseOfBuild) => hashes.follow(reuse);
  try {
    const warehouse = await (isRebuilt ? ensureWarehouse(config, {onReuse}) : published(config));
    const start = new Date();
    const changed = await writeAllSnapshots(warehouse, snapshotFolder(sitePaths()), {hashes}).finally(() =>
      warehouse.close()
    );
    // Framework tells open pages of a loader that was touched; its output, written after that, counts as fresh.
    for (const {fileName, file} of snapshotList())
      if (changed.includes(fileName)) utimesSync(file.path, start, start);
    if (changed.length) report(`${changed.length} snapshots written`);
  } catch (error) {
    return [messageOf(error)];
  }
  return faultsOf(config);
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
