import {join} from "node:path";
import {type Config, warehousePath} from "../config.js";
import type {Warehouse} from "../warehouse/open.js";
import {analyzeNetworks} from "./analyzeNetworks.js";
import {assignCounties} from "./assignCounties.js";
import type {Beginning} from "./buildParts.js";
import {linkDuplicates} from "./linkDuplicates.js";
import {measureCoverage} from "./measureCoverage.js";
import {scratchPath} from "./scratches.js";
import type {SourceFolder} from "./sourceFolder.js";

/** One analysis of a loaded warehouse. */
export interface Analysis {
  step: Beginning;
  run(): Promise<void>;
}

/** Returns every analysis that marts are made from, in order; each reads what those before it have written. */
export function analysesOf(warehouse: Warehouse, config: Config, sources: SourceFolder): Analysis[] {
  const {folder, isSample} = sources;
  const truth = isSample ? join(folder, "truth", "records.csv") : undefined;
  const published = warehousePath(config);
  return [
    {step: "counties", run: () => assignCounties(warehouse)},
    {
      step: "duplicates",
      run: () => linkDuplicates(warehouse, {truth, scratch: scratchPath(config, folder, "linkage")})
    },
    {step: "coverage", run: () => measureCoverage(warehouse)},
    {
      step: "networks",
      run: () => analyzeNetworks(warehouse, {sources: folder, published, memoryLimit: config.memoryLimit})
    }
  ];
}
