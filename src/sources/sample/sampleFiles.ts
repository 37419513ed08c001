import {centersFile} from "./centersFile.js";
import {assignOperators} from "./operators.js";
import {organizationsFile} from "./organizationsFile.js";
import {oxfordFile} from "./oxfordFile.js";
import {readPlaces} from "./places.js";
import {type Quotas, quotasAt} from "./quotas.js";
import {residencesFile} from "./residencesFile.js";
import type {Piece} from "./sampleRecord.js";
import {generatorVersion} from "./sampleStamp.js";
import type {World} from "./siteFacts.js";
import {treatmentFile} from "./treatmentFile.js";
import {layOutTreatmentSites} from "./treatmentSites.js";

/** The files of the sample, in the order in which they are written. */
export const SAMPLE_FILES = [
  "master_directory.json",
  "recovery_community_centers_master.json",
  "recovery_organizations_master.json",
  "treatment_centers_master.json",
  "oxford_house_processed_latest.json"
] as const;

/** The content of the sample: the world that the treatment records describe, and the pieces of each file. */
export interface Sample {
  world: World;
  quotas: Quotas;
  pieces: Record<(typeof SAMPLE_FILES)[number], () => Iterable<Piece>>;
}

/** Lays out the sample of a seed and scale; its files are made piece by piece as they are asked for. */
export function layOutSample(seed: number, scale: number): Sample {
  const quotas = quotasAt(scale);
  const places = readPlaces();
  const sites = layOutTreatmentSites(quotas, places, seed);
  const world = {sites, operators: assignOperators(sites, seed, Math.max(1, Math.floor(scale))), seed};
  const generatedBy = `Recovery Workbench sample generator, version ${generatorVersion(scale)}, seed ${seed}, scale ${scale}`;
  const made = {seed, generatedBy};
  return {
    world,
    quotas,
    pieces: {
      "master_directory.json": () => residencesFile(quotas, places, made),
      "recovery_community_centers_master.json": () => centersFile(quotas, places, made),
      "recovery_organizations_master.json": () => organizationsFile(quotas, places, made),
      "treatment_centers_master.json": () => treatmentFile(world, quotas, generatedBy),
      "oxford_house_processed_latest.json": () => oxfordFile(quotas, places, made)
    }
  };
}
