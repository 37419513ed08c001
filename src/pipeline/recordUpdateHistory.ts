import {existsSync} from "node:fs";
import {quotedString} from "@duckdb/node-api";
import type {Warehouse} from "../warehouse/open.js";
import type {UpdateRun} from "./updateLog.js";

/**
 * Replaces meta.update_history and meta.source_fetches by the given runs. Runs that only the published warehouse
 * knows are kept too: those from before the log was lost, and one that published and then could not log its end.
 */
export async function recordUpdateHistory(
  warehouse: Warehouse,
  runs: UpdateRun[],
  published?: string
): Promise<void> {
  await replaceRows(warehouse, "update_history", runs.flatMap(historyRows));
  await replaceRows(warehouse, "source_fetches", runs.flatMap(fetchRows));
  if (published !== undefined && existsSync(published)) await keepUnlogged(warehouse, published);
}

async function keepUnlogged(warehouse: Warehouse, published: string): Promise<void> {
  await warehouse.run(`attach ${quotedString(published)} as published (read_only)`);
  try {
    const tables = await warehouse.rows(
      "from duckdb_tables() where database_name = 'published' and table_name = 'update_history'"
    );
    if (tables.length === 0) return;
    await warehouse.run(
      `delete from meta.update_history
      where status = 'interrupted'
        and run_id in (select run_id from published.meta.update_history where status = 'published')`
    );
    for (const table of ["source_fetches", "update_history"])
      await warehouse.run(
        `insert into meta.${table} by name
        select * from published.meta.${table}
        where run_id not in (select run_id from meta.update_history)
        order by all`
      );
  } finally {
    await warehouse.run("detach published");
  }
}

function historyRows({runId, startedAt, finishedAt, actor, reason, buildId, outcomes}: UpdateRun) {
  return outcomes.map((outcome) => ({
    run_id: runId,
    step: outcome.step,
    source: outcome.source,
    started_at: timestamp(startedAt),
    finished_at: timestamp(finishedAt),
    status: outcome.status,
    added_count: outcome.added,
    changed_count: outcome.changed,
    removed_count: outcome.removed,
    unchanged_count: outcome.unchanged,
    reason: outcome.reason ?? reason,
    actor,
    build_id: buildId
  }));
}

function fetchRows({runId, fetches}: UpdateRun) {
  return fetches.map((fetch) => ({
    run_id: runId,
    step: fetch.step,
    name: fetch.name,
    file: fetch.file,
    address: fetch.address,
    status: fetch.status,
    attempts: fetch.attempts,
    record_count: fetch.recordCount,
    byte_count: fetch.byteCount,
    sha256: fetch.sha256,
    copy_fetched_at: timestamp(fetch.copyFetchedAt),
    reason: fetch.reason
  }));
}

/** JSON carries the rows into DuckDB in one statement, whatever their number and types. */
async function replaceRows(warehouse: Warehouse, table: string, rows: object[]): Promise<void> {
  await warehouse.run(`delete from meta.${table}`);
  if (rows.length === 0) return;
  await warehouse.run(
    `insert into meta.${table} by name
    select unnest(from_json($rows::json, json_structure($rows::json)), recursive := true)`,
    {rows: JSON.stringify(rows)}
  );
}

function timestamp(instant: string | null): string | null {
  return instant && instant.replace("T", " ").replace("Z", "");
}
