import {spawn} from "node:child_process";
import {utimesSync} from "node:fs";
import type {Config} from "../config.js";
import {messageOf} from "../error.js";
import {ensureWarehouse} from "../pipeline/ensureWarehouse.js";
import {snapshotList} from "../snapshots/snapshotList.js";
import {writeAllSnapshots} from "../snapshots/writeAllSnapshots.js";
import {frameworkEnvironment, frameworkProgram} from "./runFramework.js";
import {sitePaths, snapshotFolder} from "./sitePaths.js";
import {watchInputs} from "./watchInputs.js";

export interface PreviewOptions {
  port: number;
  report: (line: string) => void;
}

/** What decides the warehouse and the snapshots; pages and components Framework watches itself. */
const INPUTS = ["sql", "src", "data-loaders"];

/**
 * Runs Framework’s preview until it is stopped and returns its exit code. Whenever an input changes, the warehouse and
 * the snapshots are brought up to date and the open pages told.
 */
export async function previewSite(config: Config, {port, report}: PreviewOptions): Promise<number> {
  await refresh(config, report);
  const paths = sitePaths();
  const inputs = config.sources ? [...INPUTS, config.sources] : INPUTS;
  const stop = watchInputs(inputs, () => refresh(config, report));
  const args = [frameworkProgram(), "preview", "--no-open", "--port", String(port)];
  const child = spawn(process.execPath, args, {env: frameworkEnvironment(config, paths), stdio: "inherit"});
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  stop();
  return code ?? 0;
}

async function refresh(config: Config, report: (line: string) => void): Promise<void> {
  try {
    const warehouse = await ensureWarehouse(config);
    const start = new Date();
    const changed = await writeAllSnapshots(warehouse, snapshotFolder(sitePaths())).finally(() =>
      warehouse.close()
    );
    // Framework tells open pages of a loader that was touched; its output, written after that, counts as fresh.
    for (const {fileName, file} of snapshotList())
      if (changed.includes(fileName)) utimesSync(file.path, start, start);
    if (changed.length) report(`${changed.length} snapshots written`);
  } catch (error) {
    report(messageOf(error));
  }
}
