import {existsSync, readFileSync} from "node:fs";
import {rm, writeFile} from "node:fs/promises";
import {join} from "node:path";

/**
 * Returns the version of the generator at a scale. Raise it whenever the generator would write other bytes for the same
 * seed and scale: up to scale 1 the second still writes what it always wrote, above it names grow with the sample and
 * operators spread since the third.
 */
export function generatorVersion(scale: number): number {
  return scale > 1 ? 3 : 2;
}

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
  return stamp?.version === generatorVersion(scale) && stamp.seed === seed && stamp.scale === scale;
}

/** Marks the folder as whole; the last thing that is written. */
export async function writeStamp(
  folder: string,
  {seed, scale}: {seed: number; scale: number}
): Promise<void> {
  await writeFile(stampPath(folder), `${JSON.stringify({version: generatorVersion(scale), seed, scale})}\n`);
}

/** Marks the folder as unfinished; the first thing that is done. */
export async function removeStamp(folder: string): Promise<void> {
  await rm(stampPath(folder), {force: true});
}

function stampPath(folder: string): string {
  return join(folder, "truth", "stamp.json");
}
