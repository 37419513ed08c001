import {existsSync} from "node:fs";
import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../error.js";
import {layOutSample, type Sample, SAMPLE_FILES} from "./sampleFiles.js";
import type {Piece} from "./sampleRecord.js";
import {isStamped, removeStamp, writeStamp} from "./sampleStamp.js";
import {writeTextFile} from "./textFile.js";
import {type Truth, writeSites, writeTruth} from "./truth.js";

export interface SampleOptions {
  folder: string;
  seed?: number;
  /** 1 for the plan’s 41,097 records; fractions and multiples are allowed. */
  scale?: number;
  /** Writes even where the same sample, or anything else, is already there. */
  force?: boolean;
  /** Is told what is being written, and the share of all that is done. */
  progress?: (label: string, share: number) => void;
}

export interface SampleResult {
  folder: string;
  seed: number;
  scale: number;
  /** False where the folder already held this sample. */
  isNew: boolean;
  /** Records by file; empty where nothing was written. */
  records: Record<string, number>;
}

const REPORT_EVERY = 5_000;

/**
 * Writes the five master files in their real shapes, filled with invented organizations at real places, and the
 * truth about them in the folder’s subfolder truth. The same seed and scale give the same bytes. Throws a
 * UserError for a scale that is not positive, or a folder that holds files of another origin.
 */
export async function generateSample(options: SampleOptions): Promise<SampleResult> {
  const {folder, seed = 1, scale = 1, force = false, progress = () => {}} = options;
  if (!(scale > 0 && scale < Infinity))
    throw new UserError(`not a scale: ${scale}; give a number above 0, such as 1 or 0.1`);
  if (!Number.isInteger(seed)) throw new UserError(`not a seed: ${seed}; give a whole number`);
  const present = SAMPLE_FILES.filter((name) => existsSync(join(folder, name)));
  if (!force && present.length === SAMPLE_FILES.length && isStamped(folder, {seed, scale}))
    return {folder, seed, scale, isNew: false, records: {}};
  if (!force && present.length && !existsSync(join(folder, "truth")))
    throw new UserError(
      `not a sample: ${join(folder, present[0]!)}; choose another --folder, or --force to overwrite it`
    );
  progress("reading places", 0);
  const sample = layOutSample(seed, scale);
  await mkdir(join(folder, "truth"), {recursive: true});
  await removeStamp(folder);
  const records = await writeSample(sample, folder, progress);
  await writeStamp(folder, {seed, scale});
  return {folder, seed, scale, isNew: true, records};
}

async function writeSample(
  {world, quotas, pieces}: Sample,
  folder: string,
  progress: (label: string, share: number) => void
): Promise<Record<string, number>> {
  const records: Record<string, number> = {};
  const all = Object.values(quotas.levels).reduce((a, b) => a + b, 0);
  await writeTruth(join(folder, "truth"), async (truth) => {
    for (const name of SAMPLE_FILES) {
      const report = (count: number) => progress(`writing ${name}`, Math.min(1, count / all));
      records[name] = await writeRecords(join(folder, name), pieces[name](), {name, truth, report});
    }
  });
  progress("writing the truth", 1);
  await writeSites(world, join(folder, "truth", "sites.csv"));
  return records;
}

function writeRecords(
  path: string,
  pieces: Iterable<Piece>,
  {name, truth, report}: {name: string; truth: Truth; report: (count: number) => void}
): Promise<number> {
  return writeTextFile(path, async (file) => {
    let count = 0;
    for (const piece of pieces) {
      const isRecord = typeof piece !== "string";
      const flushed = file.write(isRecord ? JSON.stringify(piece.record) : piece);
      if (flushed) await flushed;
      if (!isRecord) continue;
      if (count++ % REPORT_EVERY === 0) report(count);
      await truth.add(name, count, piece);
    }
    return count;
  });
}
