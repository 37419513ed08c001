import {existsSync, mkdirSync, readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {type Config, warehousePath} from "../../config.js";
import {generateSample} from "../../sources/sample/generateSample.js";
import {type MeasuredRun, type MeasuredStep, measuredRun} from "./measuredRun.js";

/** What one size of directory cost. */
export interface ScalePoint {
  scale: number;
  organizationCount: number;
  recordCount: number;
  sourceBytes: number;
  buildMs: number;
  cpuMs: number | null;
  peakBytes: number | null;
  warehouseBytes: number;
  archiveBytes: number;
  snapshotBytes: number;
  snapshotMs: number;
  steps: MeasuredStep[];
}

export interface ScaleOptions {
  /** Where samples, states and snapshots are written; each is removed once it is measured, unless kept. */
  folder: string;
  isKept?: boolean;
  /** Is told of each step of a build as it ends, so that a build that fails leaves what it measured. */
  onStep?: (step: MeasuredStep) => void;
  memoryLimit: string;
  onProgress?: (label: string) => void;
}

interface BuildJson {
  organizationCount: number;
  recordCount: number;
}

/** Generates a sample of the given scale, builds it in a process of its own, and measures what that took and left. */
export async function measureScale(
  scale: number,
  {folder, memoryLimit, isKept = false, onProgress = () => {}, onStep}: ScaleOptions
): Promise<ScalePoint> {
  const at = join(folder, `scale-${scale}`);
  const [sources, state, snapshots] = ["sources", "state", "snapshots"].map((name) => join(at, name)) as [
    string,
    string,
    string
  ];
  mkdirSync(at, {recursive: true});
  try {
    onProgress(`scale ${scale}: sample`);
    await generateSample({folder: sources, seed: 1, scale});
    const env = {WORKBENCH_SOURCES: sources, WORKBENCH_STATE: state, WORKBENCH_MEMORY_LIMIT: memoryLimit};
    onProgress(`scale ${scale}: build`);
    const built = await measuredRun(["migrate"], env, onStep);
    onProgress(`scale ${scale}: snapshots`);
    const written = await measuredRun(["snapshot", snapshots], env);
    return pointOf(scale, {sources, config: {state}, snapshots}, {built, written});
  } finally {
    if (!isKept) rmSync(at, {recursive: true, force: true});
  }
}

function pointOf(
  scale: number,
  {sources, config, snapshots}: {sources: string; config: Pick<Config, "state">; snapshots: string},
  {built, written}: {built: MeasuredRun; written: MeasuredRun}
): ScalePoint {
  const {organizationCount, recordCount} = built.json as BuildJson;
  return {
    scale,
    organizationCount,
    recordCount,
    sourceBytes: bytesIn(sources),
    buildMs: built.durationMs,
    cpuMs: built.cpuMs,
    peakBytes: built.peakBytes,
    warehouseBytes: statSync(warehousePath(config)).size,
    archiveBytes: bytesIn(join(config.state, "records")),
    snapshotBytes: bytesIn(snapshots),
    snapshotMs: written.durationMs,
    steps: built.steps
  };
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(join(folder, entry.name)).size, 0);
}
