import type {Config} from "../config.js";
import {UserError} from "../error.js";

export interface SourceFolder {
  folder: string;
  /** True where the folder holds the generated sample, and every page must say so. */
  isSample: boolean;
}

/** Returns the configured folder of source files. */
export async function sourceFolder({sources}: Config): Promise<SourceFolder> {
  if (sources === null)
    throw new UserError("no sources; set WORKBENCH_SOURCES to the folder of source files");
  return {folder: sources, isSample: false};
}
