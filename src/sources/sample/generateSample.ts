import {existsSync} from "node:fs";
import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../error.js";
import {centersFile} from "./centersFile.js";
import {assignOperators} from "./operators.js";
import {organizationsFile} from "./organizationsFile.js";
import {oxfordFile} from "./oxfordFile.js";
import {readPlaces} from "./places.js";
import {quotasAt} from "./quotas.js";
import {residencesFile} from "./residencesFile.js";
import type {Piece} from "./sampleRecord.js";
import {GENERATOR_VERSION, isStamped, readSampleStamp, removeStamp, writeStamp} from "./sampleStamp.js";
import type {World} from "./siteFacts.js";
import {TextFile} from "./textFile.js";
import {treatmentFile} from "./treatmentFile.js";
import {layOutTreatmentSites} from "./treatmentSites.js";
import {Truth, writeSites} from "./truth.js";

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
  if (!(scale > 0)) throw new UserError(`not a scale: ${scale}; give a number above 0, such as 1 or 0.1`);
  if (!Number.isInteger(seed)) throw new UserError(`not a seed: ${seed}; give a whole number`);
  if (!force && isStamped(folder, {seed, scale})) return {folder, seed, scale, isNew: false, records: {}};
  progress("reading places", 0);
  const quotas = quotasAt(scale);
  const places = readPlaces();
  const sites = layOutTreatmentSites(quotas, places, seed);
  const world: World = {sites, operators: assignOperators(sites, seed), seed};
  const generatedBy = `Recovery Workbench sample generator, version ${GENERATOR_VERSION}, seed ${seed}, scale ${scale}`;
  const made = {seed, generatedBy};
  const files: Record<string, () => Iterable<Piece>> = {
    "master_directory.json": () => residencesFile(quotas, places, made),
    "recovery_community_centers_master.json": () => centersFile(quotas, places, made),
    "recovery_organizations_master.json": () => organizationsFile(quotas, places, made),
    "treatment_centers_master.json": () => treatmentFile(world, quotas, generatedBy),
    "oxford_house_processed_latest.json": () => oxfordFile(quotas, places, made)
  };
  if (!force) refuseForeignFiles(folder, Object.keys(files));
  await mkdir(join(folder, "truth"), {recursive: true});
  await removeStamp(folder);
  const truth = await Truth.create(join(folder, "truth"));
  const records: Record<string, number> = {};
  const all = Object.values(quotas.levels).reduce((a, b) => a + b, 0);
  for (const [file, pieces] of Object.entries(files))
    records[file] = await writeRecords(folder, file, {
      pieces: pieces(),
      truth,
      report: (count) => progress(`writing ${file}`, Math.min(1, count / all))
    });
  await truth.finish();
  progress("writing the truth", 1);
  await writeSites(world, join(folder, "truth", "sites.csv"));
  await writeStamp(folder, {seed, scale});
  return {folder, seed, scale, isNew: true, records};
}

interface Writing {
  pieces: Iterable<Piece>;
  truth: Truth;
  report: (count: number) => void;
}

async function writeRecords(folder: string, name: string, {pieces, truth, report}: Writing): Promise<number> {
  const file = await TextFile.create(join(folder, name));
  let count = 0;
  for (const piece of pieces) {
    const isRecord = typeof piece !== "string";
    const flushed = file.write(isRecord ? JSON.stringify(piece.record) : piece);
    if (flushed) await flushed;
    if (!isRecord) continue;
    if (count++ % REPORT_EVERY === 0) report(count);
    await truth.add(name, count, piece);
  }
  await file.finish();
  return count;
}

function refuseForeignFiles(folder: string, names: string[]): void {
  if (readSampleStamp(folder)) return;
  const foreign = names.find((name) => existsSync(join(folder, name)));
  if (foreign && !existsSync(join(folder, "truth")))
    throw new UserError(
      `not a sample: ${join(folder, foreign)}; choose another --folder, or --force to overwrite it`
    );
}
