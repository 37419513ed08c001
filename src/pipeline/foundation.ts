import {createHash} from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync
} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import {migrate} from "../warehouse/migrate.js";
import {Warehouse} from "../warehouse/open.js";
import {syncFile} from "./durable.js";
import {type BuildInputs, installedFingerprint, referenceFingerprint} from "./fingerprint.js";
import {loadReference} from "./loadReference.js";
import {loadSeeds} from "./loadSeeds.js";
import {isRunning} from "./processes.js";
import {buildSettings} from "./scratches.js";

/** Of the project, not of a state, since it holds nothing of any source. */
const FOLDER = ".workbench/foundations";
/** Files kept, so that builds with and without a reference folder, and of two versions of the program, share the folder. */
const KEPT = 8;

type Program = Pick<BuildInputs, "code" | "engine">;

/**
 * Makes the warehouse that every build begins with at the given path, closed: tables and macros, seeds, and the figures
 * of the reference folder. None of that depends on the sources, so it is kept under a hash of the program, the engine,
 * the installed packages and the reference files, and copied from there where it has been made before.
 */
export async function layFoundation(path: string, config: Config, program: Program): Promise<void> {
  const kept = keptPath(config, program);
  if (copy(kept, path)) return;
  await make(path, config);
  keep(path, kept);
}

/** Makes the foundation for later builds, unless it has been made; returns whether it had to. */
export async function prepareFoundation(config: Config, program: Program): Promise<boolean> {
  if (existsSync(keptPath(config, program))) return false;
  mkdirSync(config.state, {recursive: true});
  const path = join(config.state, `foundation-${process.pid}.duckdb`);
  try {
    await layFoundation(path, config, program);
  } finally {
    for (const file of [path, `${path}.wal`]) rmSync(file, {force: true});
  }
  return true;
}

function keptPath(config: Config, {code, engine}: Program): string {
  const made = createHash("sha256");
  for (const part of [code, engine, installedFingerprint(), referenceFingerprint(config)])
    made.update(`${part}\n`);
  return join(FOLDER, `${made.digest("hex").slice(0, 16)}.duckdb`);
}

async function make(path: string, config: Config): Promise<void> {
  const warehouse = await Warehouse.open(path, {settings: buildSettings(config)});
  try {
    await warehouse.attachScratch("raw");
    await migrate(warehouse);
    await loadSeeds(warehouse);
    await loadReference(warehouse, config.reference);
  } finally {
    warehouse.close();
  }
}

function copy(kept: string, path: string): boolean {
  try {
    copyFileSync(kept, path);
  } catch {
    // Not there, or gone between two looks: another process keeps no more than it may.
    return false;
  }
  touch(kept);
  return true;
}

/** Keeps a copy for later builds, by rename; a folder that cannot be written to only costs them the time. */
function keep(path: string, kept: string): void {
  const beside = `${kept}.${process.pid}`;
  try {
    mkdirSync(FOLDER, {recursive: true});
    copyFileSync(path, beside);
    syncFile(beside);
    renameSync(beside, kept);
    prune();
  } catch {
    rmSync(beside, {force: true});
  }
}

/** The time of the last use, by which the oldest go. */
function touch(kept: string): void {
  try {
    utimesSync(kept, new Date(), new Date());
  } catch {
    // Read-only, or gone: then it is not this program that prunes it.
  }
}

function prune(): void {
  const names = readdirSync(FOLDER);
  const whole = names.filter((name) => name.endsWith(".duckdb")).map((name) => join(FOLDER, name));
  const old = whole
    .filter(existsSync)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .slice(KEPT);
  const unfinished = names.filter((name) => {
    const pid = /\.duckdb\.(\d+)$/.exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
  for (const path of [...old, ...unfinished.map((name) => join(FOLDER, name))]) rmSync(path, {force: true});
}
