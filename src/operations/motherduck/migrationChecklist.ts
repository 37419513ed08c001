import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Config, warehousePath} from "../../config.js";
import {messageOf, UserError} from "../../error.js";
import {Warehouse} from "../../warehouse/open.js";
import {latestBackup} from "../backup/listBackups.js";
import {damagedFiles, readBackup} from "../backup/readBackup.js";
import {backupsPath} from "../backup/backupName.js";
import {checkCompatibility} from "./checkCompatibility.js";
import {estimateCost} from "./estimateCost.js";
import {inDatabase, withSession} from "./session.js";
import {syncTables} from "./syncTables.js";
import {LOCAL, parseTarget} from "./target.js";
import {hasToken} from "./token.js";
import {workloadQueries} from "./workloadQueries.js";

/** A line of the checklist: tried and passed, tried and failed, or for a person to do. */
export interface ChecklistItem {
  item: string;
  status: "passed" | "failed" | "yours";
  /** What was tried and what came of it, or what to do. */
  evidence: string;
}

export interface ChecklistOptions {
  now: Date;
  /** md:<database>; a scratch file in its place where none is given. */
  target?: string;
}

/**
 * Goes through what has to hold before the directory moves to MotherDuck, trying whatever can be tried: a whole sync
 * and all queries against the target, or against a scratch file that stands in for it.
 */
export async function migrationChecklist(
  config: Config,
  {now, target}: ChecklistOptions
): Promise<ChecklistItem[]> {
  const scratch = mkdtempSync(join(tmpdir(), "workbench-rehearsal-"));
  const rehearsal = target ?? join(scratch, "rehearsal.duckdb");
  try {
    return [
      await tried("compatibility", () => compatibility(config)),
      account(),
      await tried("test sync", () => testSync(config, rehearsal)),
      await tried("query compatibility", () => sameAnswers(config, rehearsal)),
      await tried("dual execution", () => dualExecution(config, rehearsal)),
      await tried("backup", () => freshBackup(config, now)),
      {
        item: "monitoring",
        status: "yours",
        evidence:
          "MotherDuck shows query history on the Business plan only (md_information_schema.query_history); on Lite, watch " +
          "the Ducklings page, and run workbench motherduck sync --incremental after each update: it reports any drift"
      },
      await tried("cost", () => cost(config))
    ];
  } finally {
    rmSync(scratch, {recursive: true});
  }
}

async function tried(item: string, callback: () => Promise<string>): Promise<ChecklistItem> {
  try {
    return {item, status: "passed", evidence: await callback()};
  } catch (error) {
    return {item, status: "failed", evidence: messageOf(error)};
  }
}

function account(): ChecklistItem {
  return hasToken()
    ? {
        item: "account and token",
        status: "passed",
        evidence: "the environment holds a token; see the test sync"
      }
    : {
        item: "account and token",
        status: "yours",
        evidence: "make an account and a token at app.motherduck.com, and set MOTHERDUCK_TOKEN"
      };
}

async function compatibility(config: Config): Promise<string> {
  const rules = await checkCompatibility(config);
  const broken = rules.filter(({severity, findings}) => severity === "error" && findings.length);
  if (broken.length)
    throw new UserError(
      `rules broken: ${broken.map(({name}) => name).join(", ")}; see workbench motherduck check`
    );
  const warned = rules.filter(({findings}) => findings.length).length;
  return `${rules.length} rules, no errors, ${warned} warnings`;
}

async function testSync(config: Config, target: string): Promise<string> {
  const {changed, unchanged} = await syncTables(config, {mode: "initial", target});
  const rows = changed.reduce((sum, table) => sum + table.rows, 0);
  const again = await syncTables(config, {mode: "incremental", target});
  if (again.changed.length)
    throw new UserError(`a second sync found ${again.changed.length} tables to change`);
  return `${where(target)}: ${changed.length + unchanged.length} tables, ${rows} rows sent, equal by count and hash; a second sync had nothing to do`;
}

/** Runs the whole workload here and there and compares the answers, order apart. */
async function sameAnswers(config: Config, target: string): Promise<string> {
  return withSession(config, {target}, async ({warehouse, target: {database}}) => {
    const queries = await inDatabase(warehouse, LOCAL, () => workloadQueries(warehouse));
    const answers = (name: string, sql: string) =>
      inDatabase(warehouse, name, () =>
        warehouse.rows(
          `select count(*) as rows, sum(md5_number_lower(to_json("the answer")::varchar)::hugeint)::varchar as hash
           from (${sql}\n) as "the answer"`
        )
      );
    for (const {name, sql} of queries) {
      const [here, there] = [await answers(LOCAL, sql), await answers(database, sql)];
      if (String(Object.values(here[0]!)) !== String(Object.values(there[0]!)))
        throw new UserError(`${name} answers differently on ${where(target)}`);
    }
    return `${where(target)}: ${queries.length} views and benchmarks give the same answers`;
  });
}

async function dualExecution(config: Config, target: string): Promise<string> {
  return withSession(config, {target}, async ({warehouse, target: {database}}) => {
    const [row] = await warehouse.rows<{here: bigint; both: bigint}>(
      `select (select count(*) from ${LOCAL}.main.organizations) as here,
         (select count(*) from ${LOCAL}.main.organizations join "${database}".main.organizations using (id)) as both`
    );
    if (row!.here !== row!.both) throw new UserError(`${row!.both} of ${row!.here} organizations joined`);
    return `${where(target)}: one statement joined all ${row!.here} organizations here and there`;
  });
}

async function freshBackup(config: Config, now: Date): Promise<string> {
  const backup = await latestBackup(config);
  const [damage] = await damagedFiles(readBackup(backupsPath(config), backup.name));
  if (damage) throw new UserError(`${backup.name}: ${damage}; make a new backup`);
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  const [build] = await warehouse.rows<{fingerprint: string}>("select fingerprint from meta.builds");
  warehouse.close();
  if (build?.fingerprint !== backup.fingerprint)
    throw new UserError(`${backup.name} is of another build; run workbench backup create`);
  const hours = Math.round((now.getTime() - Date.parse(backup.created_at)) / 3_600_000);
  return `${backup.name}, ${hours} hours old, of this build, every byte as it was written`;
}

async function cost(config: Config): Promise<string> {
  const {warehouse_gb, lite_plan_usd, storage_usd, compute_usd} = await estimateCost(config);
  const list = `storage ${storage_usd.toFixed(3)} and compute ${compute_usd.toFixed(2)} USD a month at list price`;
  return `${(warehouse_gb * 1000).toFixed(1)} MB: ${list}, ${lite_plan_usd.toFixed(2)} on the Lite plan`;
}

function where(target: string): string {
  return parseTarget(target).kind === "motherduck" ? target : "a rehearsal file";
}
