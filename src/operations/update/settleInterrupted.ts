import {existsSync} from "node:fs";
import {type Config, warehousePath} from "../../config.js";
import {
  appendUpdateLog,
  type Outcome,
  type RunStatus,
  readUpdateLog,
  type UpdateRun
} from "../../pipeline/updateLog.js";
import {Warehouse} from "../../warehouse/open.js";

interface HistoryRow {
  step: string;
  source: string | null;
  status: RunStatus;
  added_count: number | null;
  changed_count: number | null;
  removed_count: number | null;
  unchanged_count: number | null;
  reason: string | null;
  build_id: string;
  finished_at: Date;
}

/**
 * Gives the runs of the log that have no end, but whose warehouse is published, the end that it holds: a run
 * that was killed between publishing and logging did publish. Returns all runs.
 */
export async function settleInterrupted(config: Config): Promise<UpdateRun[]> {
  const open = readUpdateLog(config).filter(({finishedAt}) => finishedAt === null);
  if (open.length > 0 && existsSync(warehousePath(config))) {
    const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
    try {
      for (const run of open) await settle(config, warehouse, run);
    } finally {
      warehouse.close();
    }
  }
  return readUpdateLog(config);
}

async function settle(config: Config, warehouse: Warehouse, {runId}: UpdateRun): Promise<void> {
  const rows = await warehouse.rows<HistoryRow>(
    "from meta.update_history where run_id = $runId and finished_at is not null",
    {runId}
  );
  const published = rows.find(({status}) => status === "published");
  if (!published) return;
  await appendUpdateLog(config, {
    event: "finished",
    runId,
    finishedAt: published.finished_at.toISOString(),
    status: "published",
    buildId: published.build_id,
    outcomes: rows.map(outcome),
    fetches: [],
    warnings: []
  });
}

function outcome(row: HistoryRow): Outcome {
  return {
    step: row.step,
    source: row.source,
    status: row.status,
    added: row.added_count,
    changed: row.changed_count,
    removed: row.removed_count,
    unchanged: row.unchanged_count,
    reason: row.reason
  };
}
