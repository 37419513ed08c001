import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {copyFile, mkdir, open, readFile, readdir, rename, rm, stat, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import type {Config} from "../../config.js";
import type {SourceSettings} from "../../config/updateSettings.js";
import type {Validators} from "./download.js";

/** What is known of the copy of a source that passed its content check last. */
export interface Copy {
  path: string;
  /** When it was fetched, or last confirmed by the server as current, ISO 8601. */
  checkedAt: string;
  fetchedAt: string;
  /** The address it came from, redacted. */
  from: string;
  /** Hash of the address as configured, so that validators are sent to that address alone. */
  addressHash: string;
  recordCount: number;
  byteCount: number;
  sha256: string;
  validators: Validators;
}

/** Returns the folder that keeps the copies of one source. */
export function copiesFolder({state}: Pick<Config, "state">, {name}: Pick<SourceSettings, "name">): string {
  return join(state, "downloads", name);
}

/** Returns the last good copy in the folder; null where there is none. */
export function lastGoodCopy(folder: string): Copy | null {
  const path = join(folder, "copy.json");
  if (!existsSync(path)) return null;
  const copy = JSON.parse(readFileSync(path, "utf8")) as Copy;
  return existsSync(join(folder, copy.path)) ? {...copy, path: join(folder, copy.path)} : null;
}

/**
 * Makes a checked file the last good copy: it gets a name of its own, so that the note of it, replaced by
 * rename, always points to a whole file. Keeps the given number of previous copies.
 */
export async function keepCopy(
  downloaded: string,
  copy: Omit<Copy, "path">,
  previousCount: number
): Promise<Copy> {
  const folder = dirname(dirname(downloaded));
  const name = copyName(copy.fetchedAt, copy.sha256);
  await rename(downloaded, join(folder, name));
  await noteCopy(folder, {...copy, path: name});
  await prune(folder, name, previousCount);
  return {...copy, path: join(folder, name)};
}

/** Writes the note of the last good copy, flushed, beside the old one and in its place by rename. */
export async function noteCopy(folder: string, copy: Copy): Promise<void> {
  const note = join(folder, "copy.json");
  const text = JSON.stringify({...copy, path: basename(copy.path)}, null, 2);
  await writeFile(`${note}.part`, `${text}\n`, {flush: true});
  await rename(`${note}.part`, note);
  await flushFolder(folder);
}

/**
 * Keeps a file of the source folder that is about to be replaced, unless a copy with its bytes is there already,
 * and returns the path of the copy.
 */
export async function keepReplaced(folder: string, path: string): Promise<string> {
  await mkdir(folder, {recursive: true});
  const sha256 = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  const existing = (await copyNames(folder)).find((name) => name.endsWith(sha256.slice(0, 12)));
  if (existing) return join(folder, existing);
  const kept = join(folder, copyName((await stat(path)).mtime.toISOString(), sha256));
  await copyFile(path, kept);
  return kept;
}

/**
 * Makes a folder for a download and returns the path in it, under the file’s own name, by which its format is
 * known; what an interrupted download left is removed.
 */
export async function freshDownload(folder: string, file: string): Promise<string> {
  const part = join(folder, "part");
  await rm(part, {recursive: true, force: true});
  await mkdir(part, {recursive: true});
  return join(part, file);
}

/** Flushes a folder’s entries, so that a rename survives a power failure. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function prune(folder: string, current: string, previousCount: number): Promise<void> {
  const previous = (await copyNames(folder)).filter((name) => name !== current);
  for (const name of previous.slice(0, Math.max(0, previous.length - previousCount)))
    await rm(join(folder, name));
}

/** Returns the names of all copies in the folder, oldest first. */
async function copyNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{8}T\d{6}Z-[0-9a-f]{12}$/.test(name)).sort();
}

function copyName(instant: string, sha256: string): string {
  return `${instant.replace(/[-:]|\.\d+/g, "")}-${sha256.slice(0, 12)}`;
}
