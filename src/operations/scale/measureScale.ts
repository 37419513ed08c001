import {existsSync, mkdirSync, readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {warehousePath} from "../../config.js";
import type {PartOptions} from "../../pipeline/buildParts.js";
import {generateSample} from "../../sources/sample/generateSample.js";
import {type Failure, type MeasuredRun, type MeasuredStep, measuredRun} from "./measuredRun.js";

/** What one size of directory cost; null for what a build that failed, or ended before a step, does not tell. */
export interface ScalePoint {
  scale: number;
  organizationCount: number | null;
  recordCount: number | null;
  sourceBytes: number;
  buildMs: number;
  cpuMs: number | null;
  peakBytes: number | null;
  warehouseBytes: number | null;
  archiveBytes: number;
  snapshotBytes: number | null;
  steps: MeasuredStep[];
  failure: Failure | null;
}

export interface ScaleOptions extends PartOptions {
  /** Where samples, states and snapshots are written; each is removed once it is measured, unless kept or failed. */
  folder: string;
  isKept?: boolean;
  /** Is told of each step as it ends. */
  onStep?: (step: MeasuredStep) => void;
  memoryLimit: string;
  onProgress?: (label: string) => void;
}

interface Folders {
  sources: string;
  state: string;
  snapshots: string;
}

/**
 * Generates a sample of the given scale unless it is there, builds it, or a part of it, in a process of its own, writes the
 * snapshots in another, and measures what that took and left. Where either fails, what was measured is returned,
 * and the folder stays, so that the build can go on.
 */
export async function measureScale(scale: number, options: ScaleOptions): Promise<ScalePoint> {
  const {folder, memoryLimit, isKept = false, from, before, onProgress = () => {}, onStep} = options;
  const at = scaleFolder(folder, scale);
  const folders = {
    sources: join(at, "sources"),
    state: join(at, "state"),
    snapshots: join(at, "snapshots")
  };
  mkdirSync(at, {recursive: true});
  onProgress(`scale ${scale}: sample`);
  await generateSample({folder: folders.sources, seed: 1, scale});
  const env = {
    WORKBENCH_SOURCES: folders.sources,
    WORKBENCH_STATE: folders.state,
    WORKBENCH_MEMORY_LIMIT: memoryLimit
  };
  onProgress(`scale ${scale}: build`);
  const parts = ["--in-parts", ...(from ? ["--from", from] : []), ...(before ? ["--before", before] : [])];
  const built = await measuredRun(["migrate", ...parts], env, onStep);
  const point = pointOf(scale, folders, built);
  if (!built.failure && !before) {
    onProgress(`scale ${scale}: snapshots`);
    // As it is: what was built in parts of several versions of the program never counts as up to date.
    const written = await measuredRun(["snapshot", folders.snapshots, "--published"], env);
    const snapshots = {...written, step: "snapshots", rowCount: null};
    onStep?.(snapshots);
    point.steps.push(snapshots);
    point.failure = written.failure && {...written.failure, step: "snapshots"};
    point.snapshotBytes = written.failure ? null : bytesIn(folders.snapshots);
  }
  if (!isKept && !point.failure) rmSync(at, {recursive: true, force: true});
  return point;
}

/** Returns the folder in which a size is measured. */
export function scaleFolder(folder: string, scale: number): string {
  return join(folder, `scale-${scale}`);
}

function pointOf(scale: number, {sources, state}: Folders, built: MeasuredRun): ScalePoint {
  const counts = built.json as {organizationCount: number; recordCount: number} | null;
  // Keeping the parts is the measurement’s own work.
  const [kept, steps] = [true, false].map((isKeeping) =>
    built.steps.filter(({step}) => (step === "keep") === isKeeping)
  ) as [MeasuredStep[], MeasuredStep[]];
  const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const warehouse = warehousePath({state});
  return {
    scale,
    organizationCount: counts?.organizationCount ?? null,
    recordCount: counts?.recordCount ?? null,
    sourceBytes: bytesIn(sources),
    buildMs: built.durationMs - sum(kept.map(({durationMs}) => durationMs)),
    cpuMs: built.cpuMs === null ? null : built.cpuMs - sum(kept.map(({cpuMs}) => cpuMs)),
    peakBytes: built.peakBytes,
    warehouseBytes: !built.failure && existsSync(warehouse) ? statSync(warehouse).size : null,
    archiveBytes: bytesIn(join(state, "records")),
    snapshotBytes: null,
    steps,
    failure: built.failure
  };
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(join(folder, entry.name)).size, 0);
}
