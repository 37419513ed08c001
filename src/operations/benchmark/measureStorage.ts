import {mkdirSync, readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {quotedString} from "@duckdb/node-api";
import {messageOf} from "../../error.js";
import type {BenchmarkResult} from "../../pipeline/benchmarkLog.js";
import {writeAllSnapshots} from "../../snapshots/writeAllSnapshots.js";
import {FILE_SETTINGS} from "../../warehouse/fileSettings.js";
import {Warehouse} from "../../warehouse/open.js";
import {listTables, type TableShape} from "../archive/listTables.js";
import {writeParquet, writeTables} from "../archive/writeTables.js";
import {measured, notMeasured} from "./result.js";

/** Tables that hold the plan’s tables: its own names, and what its networks are a view of. */
const PLAN_TABLES = [
  "main.organizations",
  "main.services",
  "main.organization_services",
  "main.geographic_clusters",
  "analysis.network_ties",
  "analysis.network_places"
];

export interface StorageInputs {
  warehouse: Warehouse;
  path: string;
  folder: string;
  /** Leaves out what takes long to write: the backup and the snapshots. */
  isQuick: boolean;
  onProgress: (label: string) => void;
}

/** Measures what each layer takes on the disk, and how long it takes to write: sources, warehouse, Parquet, backup. */
export async function measureStorage({
  warehouse,
  path,
  folder,
  isQuick,
  onProgress
}: StorageInputs): Promise<BenchmarkResult[]> {
  onProgress("storage");
  const [sources] = await warehouse.rows<{bytes: number}>(
    "select coalesce(sum(byte_count), 0)::double as bytes from meta.source_files"
  );
  const tables = (await listTables(warehouse)).filter(({schema, table}) =>
    PLAN_TABLES.includes(`${schema}.${table}`)
  );
  const organizations = tables.find(({table}) => table === "organizations")!;
  const layer = layerIn(folder);
  const layers = [
    figure("sources", "Source files (JSON and CSV)", sources!.bytes),
    figure(
      "warehouse_file",
      "Warehouse, the whole file: directory, analysis, marts, history",
      statSync(path).size
    ),
    await layer("warehouse", "The plan’s tables as a DuckDB file, keys included", (to) =>
      copyTables(tables, path, to)
    ),
    await layer("organizations", "Organizations as Parquet", (to) =>
      writeParquet(warehouse, organizations, join(to, "organizations.parquet"))
    ),
    await layer("plan_parquet", "The plan’s tables as Parquet", async (to) => {
      for (const table of tables) await writeParquet(warehouse, table, join(to, `${table.table}.parquet`));
    })
  ];
  if (isQuick) return layers;
  return [
    ...layers,
    await layer(
      "backup",
      "Backup: every table as Parquet",
      async (to) => void (await writeTables(warehouse, to))
    ),
    await layer(
      "cache",
      "Cached results: every snapshot of the site",
      async (to) => void (await writeAllSnapshots(warehouse, to))
    )
  ];
}

function layerIn(folder: string) {
  return async (
    name: string,
    title: string,
    write: (to: string) => Promise<void>
  ): Promise<BenchmarkResult> => {
    const to = join(folder, name);
    mkdirSync(to);
    const start = performance.now();
    try {
      await write(to);
    } catch (error) {
      // A warehouse that is older than the program may lack what a snapshot reads.
      return notMeasured(messageOf(error).split("\n")[0]!, {part: "storage", name, title, unit: "MB"});
    }
    const seconds = (performance.now() - start) / 1000;
    const bytes = bytesIn(to);
    rmSync(to, {recursive: true});
    return figure(name, title, bytes, `written in ${seconds.toFixed(2)} s`);
  };
}

function figure(name: string, title: string, bytes: number, note: string | null = null): BenchmarkResult {
  return measured([bytes / 1e6], {part: "storage", name, title, unit: "MB", note});
}

async function copyTables(tables: TableShape[], path: string, to: string): Promise<void> {
  const copy = await Warehouse.open(join(to, "plan.duckdb"), {settings: FILE_SETTINGS});
  try {
    await copy.run(`attach ${quotedString(path)} as published (read_only)`);
    await copy.run("create schema analysis");
    for (const {schema, table, sql} of tables) {
      await copy.run(sql);
      await copy.run(`insert into ${schema}.${table} select * from published.${schema}.${table}`);
    }
  } finally {
    copy.close();
  }
}

function bytesIn(folder: string): number {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
