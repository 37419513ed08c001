import {copyFileSync, existsSync, mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type Config, warehousePath} from "../config.js";
import {UserError} from "../error.js";
import {withLock} from "../pipeline/lock.js";
import {previousWarehousePath, publish} from "../pipeline/publish.js";
import {recordUpdateHistory} from "../pipeline/recordUpdateHistory.js";
import {markRollback} from "../pipeline/rollbackMark.js";
import {appendUpdateLog, readUpdateLog, type UpdateRun} from "../pipeline/updateLog.js";
import {writeAllSnapshots} from "../snapshots/writeAllSnapshots.js";
import {Warehouse} from "../warehouse/open.js";
import {readEveryTable} from "./readEveryTable.js";
import {outcomeOf} from "./update/planSteps.js";
import {type PublishedBuild, publishedBuild, readBuild} from "./update/publishedBuild.js";

export interface RollbackOptions {
  actor: string;
  reason?: string | null;
  /** The folder of snapshots to refresh; null to leave them. */
  snapshots: string | null;
  now?: Date;
}

export interface Rollback {
  /** The build that was published. */
  from: PublishedBuild;
  /** The build that is published now. */
  to: PublishedBuild;
}

/**
 * Publishes the warehouse that the present one replaced, after reading it whole; the present one becomes the
 * previous one, so that a second rollback undoes the first. The history of updates goes with it, and until a
 * source or the program changes, nothing builds the undone build again unasked.
 */
export async function rollback(config: Config, options: RollbackOptions): Promise<Rollback> {
  mkdirSync(config.state, {recursive: true});
  const whileNothingBuilds = () => withLock(config, () => swap(config, options));
  return withLock(config, whileNothingBuilds, {name: "update", waitMs: 0});
}

async function swap(config: Config, options: RollbackOptions): Promise<Rollback> {
  const previous = previousWarehousePath(config);
  if (!existsSync(previous))
    throw new UserError(`no previous warehouse at ${previous}; workbench backup restore goes further back`);
  const from = await publishedBuild(config);
  if (!from) throw new UserError(`nothing is published at ${warehousePath(config)}; run workbench migrate`);
  const candidate = join(config.state, `rollback-${process.pid}.duckdb`);
  try {
    copyFileSync(previous, candidate);
    const to = await readBuild(candidate);
    const run = runOf({from, to}, options);
    await prepare(candidate, config, run);
    publish(config, candidate);
    if (from.fingerprint !== to.fingerprint) markRollback(config, from.fingerprint);
    await appendUpdateLog(config, {event: "started", ...run});
    await appendUpdateLog(config, {event: "finished", ...run});
    if (options.snapshots !== null) await refresh(config, options.snapshots);
    return {from, to};
  } finally {
    for (const path of [candidate, `${candidate}.wal`]) rmSync(path, {force: true});
  }
}

async function prepare(candidate: string, config: Config, run: UpdateRun): Promise<void> {
  const warehouse = await Warehouse.open(candidate);
  try {
    await readEveryTable(warehouse);
    await recordUpdateHistory(warehouse, [...readUpdateLog(config), run], warehousePath(config));
  } finally {
    warehouse.close();
  }
}

function runOf({from, to}: Rollback, {actor, reason = null, now = new Date()}: RollbackOptions) {
  const at = now.toISOString();
  const explained = `from build ${from.buildId}${reason ? `: ${reason}` : ""}`;
  return {
    runId: at.replace(/[-:.]/g, ""),
    startedAt: at,
    finishedAt: at,
    actor,
    reason,
    steps: ["rollback"],
    status: "rolled_back" as const,
    buildId: to.buildId,
    outcomes: [outcomeOf("rollback", "rolled_back", explained)],
    fetches: [],
    warnings: []
  };
}

async function refresh(config: Config, snapshots: string): Promise<void> {
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  try {
    await writeAllSnapshots(warehouse, snapshots);
  } finally {
    warehouse.close();
  }
}
