import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {version as engineVersion} from "@duckdb/node-api";
import type {Config} from "../config.js";
import {sourceFiles} from "../sources/land.js";

/** What decides the content of a warehouse besides the sources: the program, its SQL and the engine. */
const PROGRAM = ["sql", "src/warehouse", "src/sources", "src/analysis", "src/checks", "src/pipeline"];

interface Remembered {
  size: number;
  mtimeMs: number;
  sha256: string;
}

/**
 * Returns a SHA-256 over everything that decides the content of a warehouse: sources, reference files,
 * SQL, program and engine version. It depends on contents alone; a file’s hash is remembered by its size
 * and time of change, so that asking again costs only the stats.
 */
export async function fingerprintOf(config: Config, folder: string): Promise<string> {
  const hashes = new HashMemory(join(config.state, "hashes.json"));
  const hash = createHash("sha256").update(engineVersion());
  for (const file of sourceFiles(folder)) hash.update(`source ${file} ${hashes.of(join(folder, file))}\n`);
  if (config.reference)
    for (const path of filesUnder(config.reference)) hash.update(`reference ${hashes.of(path)}\n`);
  for (const path of PROGRAM.flatMap(filesUnder)) hash.update(`${path} ${hashes.of(path)}\n`);
  hashes.save();
  return hash.digest("hex");
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

class HashMemory {
  private readonly remembered: Record<string, Remembered>;
  private changed = false;

  constructor(private readonly path: string) {
    this.remembered = existsSync(path)
      ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, Remembered>)
      : {};
  }

  of(path: string): string {
    const {size, mtimeMs} = statSync(path);
    const known = this.remembered[path];
    if (known?.size === size && known.mtimeMs === mtimeMs) return known.sha256;
    const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
    this.remembered[path] = {size, mtimeMs, sha256};
    this.changed = true;
    return sha256;
  }

  save(): void {
    if (!this.changed) return;
    mkdirSync(join(this.path, ".."), {recursive: true});
    writeFileSync(`${this.path}.${process.pid}`, JSON.stringify(this.remembered));
    renameSync(`${this.path}.${process.pid}`, this.path);
  }
}
