import {mkdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import {readParameters} from "../config/parameters.js";
import {sourceFiles} from "../sources/land.js";
import {FILE_SETTINGS} from "../warehouse/fileSettings.js";
import type {OpenOptions, Warehouse} from "../warehouse/open.js";

/** Intermediate stages of a build, each a database of its own that is thrown away. */
const STAGES = ["raw", "staging", "conformed"];

/**
 * Returns how a build from the given sources opens its warehouse. Of very large ones it runs one statement at a time on one
 * thread: each statement, and each thread of one, gathers lists in memory of its own, which DuckDB does not spill.
 */
export function buildOptions(config: Config, sources: string): OpenOptions {
  const settings = buildSettings(config);
  const isNarrow = sourceBytes(sources) > readParameters("sources").narrow_build_bytes!;
  return isNarrow ? {settings: {...settings, threads: "1"}, lanes: 1} : {settings};
}

/** Returns the DuckDB settings of a build: those of its file, room to spill in the state folder, and its memory limit. */
export function buildSettings({state, memoryLimit}: Config): Record<string, string> {
  return {
    temp_directory: join(state, "tmp"),
    ...FILE_SETTINGS,
    ...(memoryLimit && {memory_limit: memoryLimit})
  };
}

/** Attaches the databases of the intermediate stages. */
export async function attachScratches(warehouse: Warehouse, config: Config, sources: string): Promise<void> {
  for (const stage of STAGES) await warehouse.attachScratch(stage, scratchPath(config, sources, stage));
}

/**
 * Returns where a database of intermediate tables lies: in memory, or, where the sources are large, in a file of the
 * state folder, which DuckDB compresses and need not hold in memory.
 */
export function scratchPath(config: Config, sources: string, name: string): string {
  if (sourceBytes(sources) <= readParameters("sources").scratch_file_bytes!) return ":memory:";
  mkdirSync(scratchFolder(config), {recursive: true});
  return join(scratchFolder(config), `${name}.duckdb`);
}

export function sourceBytes(sources: string): number {
  return sourceFiles(sources).reduce((sum, file) => sum + statSync(join(sources, file)).size, 0);
}

export function removeScratches(config: Config): void {
  rmSync(scratchFolder(config), {recursive: true, force: true});
}

function scratchFolder({state}: Config): string {
  return join(state, `scratch-${process.pid}`);
}
