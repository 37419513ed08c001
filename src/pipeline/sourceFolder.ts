import {join} from "node:path";
import type {Config} from "../config.js";
import {generateSample} from "../sources/sample/generateSample.js";
import {readSampleStamp} from "../sources/sample/sampleStamp.js";

export interface SourceFolder {
  folder: string;
  /** True where the folder holds generated data, and every page must say so. */
  isSample: boolean;
}

/**
 * Returns the configured folder of source files, or, where none is configured, the folder of the generated
 * sample, which is written first if it is absent or of an older generator; its seed and scale are kept.
 */
export async function sourceFolder({sources, state}: Config): Promise<SourceFolder> {
  if (sources !== null) return {folder: sources, isSample: readSampleStamp(sources) !== null};
  const folder = join(state, "sample");
  const {seed = 1, scale = 1} = readSampleStamp(folder) ?? {};
  await generateSample({folder, seed, scale});
  return {folder, isSample: true};
}
