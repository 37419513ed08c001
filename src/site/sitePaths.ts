import {join} from "node:path";

/** Where a site is built from and to. */
export interface SitePaths {
  /** Framework’s root: pages, components, and its cache in .observablehq. */
  reports: string;
  /** The folder of the built site. */
  output: string;
}

/** Returns the folders that Framework uses: those of this repository, unless the environment names others. */
export function sitePaths(env: NodeJS.ProcessEnv = process.env): SitePaths {
  return {reports: env.WORKBENCH_REPORTS || "reports", output: env.WORKBENCH_SITE || "dist"};
}

/** Returns the folder in which Framework looks for the outputs of data-loaders/. */
export function snapshotFolder({reports}: SitePaths): string {
  return join(reports, ".observablehq/cache/data");
}
