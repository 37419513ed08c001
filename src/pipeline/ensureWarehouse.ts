import {existsSync} from "node:fs";
import {type Config, warehousePath} from "../config.js";
import {Warehouse} from "../warehouse/open.js";
import {build} from "./build.js";
import {fingerprintOf} from "./fingerprint.js";
import type {ReuseOfBuild} from "./reuseWarehouse.js";
import {rolledBackFrom} from "./rollbackMark.js";
import {sourceFolder} from "./sourceFolder.js";
import type {OnStep} from "./stopwatch.js";

export interface EnsureOptions {
  onStep?: OnStep;
  /** Called with what a build made anew that started from the published warehouse. */
  onReuse?: (reuse: ReuseOfBuild) => void;
}

/** Opens the published warehouse read-only, building it first if there is none or its inputs have changed, from its own analyses where only marts have. */
export async function ensureWarehouse(
  config: Config,
  {onStep, onReuse}: EnsureOptions = {}
): Promise<Warehouse> {
  if (!(await isCurrent(config))) {
    const {reuse} = await build(config, {onStep, mayReuse: true});
    if (reuse) onReuse?.(reuse);
  }
  return openPublished(config);
}

/** Opens the published warehouse read-only as it is. Throws a UserError if there is none. */
export function openPublished(config: Config): Promise<Warehouse> {
  const {memoryLimit} = config;
  return Warehouse.open(warehousePath(config), {
    readOnly: true,
    ...(memoryLimit && {settings: {memory_limit: memoryLimit}})
  });
}

/**
 * Says whether the published warehouse was built from the sources and the program as they are now, or was put
 * back by a rollback of just those: a rollback lasts until one of them changes.
 */
export async function isCurrent(config: Config): Promise<boolean> {
  if (!existsSync(warehousePath(config))) return false;
  const {folder} = await sourceFolder(config);
  const fingerprint = await fingerprintOf(config, folder);
  if (rolledBackFrom(config) === fingerprint) return true;
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  try {
    const [row] = await warehouse.rows<{fingerprint: string}>("select fingerprint from meta.builds");
    return row?.fingerprint === fingerprint;
  } finally {
    warehouse.close();
  }
}
