import {createHash} from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync
} from "node:fs";
import {join, relative, sep} from "node:path";
import {version as engineVersion} from "@duckdb/node-api";
import type {Config} from "../config.js";
import {sourceFiles} from "../sources/land.js";
import {MART_FOLDERS} from "./martFiles.js";

/** What decides the content of a warehouse besides the sources: the program, its SQL and the engine. */
const PROGRAM = ["sql", "src/warehouse", "src/sources", "src/analysis", "src/checks", "src/pipeline"];

/** npm’s record of the packages that it has installed, with versions and hashes. */
const INSTALLED = "node_modules/.package-lock.json";

const PIECE_BYTES = 2 ** 20;

interface Remembered {
  size: number;
  mtimeMs: number;
  sha256: string;
}

/** What a warehouse is made from, each told by a SHA-256 or a version, so that a change can be laid to one of them. */
export interface BuildInputs {
  /** Source and reference files. */
  data: string;
  /** SQL and program, without the marts. */
  code: string;
  /** SELECTs of marts, views and checks. */
  marts: string;
  /** Version of DuckDB. */
  engine: string;
}

/**
 * Returns the fingerprints of the inputs of a build from the given folder of sources. They depend on contents
 * alone; a file’s hash is remembered by its size and time of change, so that asking again costs only the stats.
 */
export async function buildInputs(config: Config, folder: string): Promise<BuildInputs> {
  const hashes = new HashMemory(join(config.state, "hashes.json"));
  const data = createHash("sha256");
  for (const file of sourceFiles(folder)) data.update(`source ${file} ${hashes.of(join(folder, file))}\n`);
  if (config.reference)
    for (const path of filesUnder(config.reference)) data.update(`reference ${hashes.of(path)}\n`);
  hashes.save();
  return {data: data.digest("hex"), ...programInputs(config)};
}

/** Returns the fingerprints of what every build has in common, whatever its sources. */
export function programInputs(config: Config): Omit<BuildInputs, "data"> {
  const hashes = new HashMemory(join(config.state, "hashes.json"));
  const [code, marts] = [createHash("sha256"), createHash("sha256")];
  for (const path of PROGRAM.flatMap(filesUnder))
    (isMart(path) ? marts : code).update(`${path} ${hashes.of(path)}\n`);
  hashes.save();
  return {code: code.digest("hex"), marts: marts.digest("hex"), engine: engineVersion()};
}

/** Returns a SHA-256 over the reference files and their names, which may hold a year. */
export function referenceFingerprint(config: Config): string {
  const hashes = new HashMemory(join(config.state, "hashes.json"));
  const reference = createHash("sha256");
  if (config.reference)
    for (const path of filesUnder(config.reference))
      reference.update(`${relative(config.reference, path)} ${hashes.of(path)}\n`);
  hashes.save();
  return reference.digest("hex");
}

/** Returns a SHA-256 over what npm has installed; some packages are data. */
export function installedFingerprint(): string {
  return sha256Of(INSTALLED);
}

/** Returns a SHA-256 over everything that decides the content of a warehouse. */
export function combinedFingerprint({data, code, marts, engine}: BuildInputs): string {
  return createHash("sha256").update(`${data} ${code} ${marts} ${engine}`).digest("hex");
}

/** Returns the fingerprint of a build from the given folder of sources. */
export async function fingerprintOf(config: Config, folder: string): Promise<string> {
  return combinedFingerprint(await buildInputs(config, folder));
}

function isMart(path: string): boolean {
  return MART_FOLDERS.some((folder) => path.startsWith(join(folder, sep)));
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Reads a piece at a time: Node holds no file of more than 2 GiB in one buffer. */
function sha256Of(path: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
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
    const sha256 = sha256Of(path);
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
