import {existsSync, readFileSync} from "node:fs";
import {rm, writeFile} from "node:fs/promises";
import {join} from "node:path";

/** Raise it whenever the generator would write other bytes for the same seed and scale. */
export const GENERATOR_VERSION = 2;

/** What a folder of generated sources was made with. */
export interface SampleStamp {
  version: number;
  seed: number;
  scale: number;
}

/** Returns the stamp of a folder that the generator filled, or null for any other folder. */
export function readSampleStamp(folder: string): SampleStamp | null {
  const path = stampPath(folder);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as SampleStamp) : null;
}

/** Tells whether the folder already holds exactly this sample, whole. */
export function isStamped(folder: string, {seed, scale}: {seed: number; scale: number}): boolean {
  const stamp = readSampleStamp(folder);
  return stamp?.version === GENERATOR_VERSION && stamp.seed === seed && stamp.scale === scale;
}

/** Marks the folder as whole; the last thing that is written. */
export async function writeStamp(
  folder: string,
  {seed, scale}: {seed: number; scale: number}
): Promise<void> {
  await writeFile(stampPath(folder), `${JSON.stringify({version: GENERATOR_VERSION, seed, scale})}\n`);
}

/** Marks the folder as unfinished; the first thing that is done. */
export async function removeStamp(folder: string): Promise<void> {
  await rm(stampPath(folder), {force: true});
}

function stampPath(folder: string): string {
  return join(folder, "truth", "stamp.json");
}
