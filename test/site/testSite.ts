import {mkdirSync, readdirSync, rmSync, symlinkSync} from "node:fs";
import {join, resolve} from "node:path";
import type {Config} from "../../src/config.js";
import {ensureWarehouse} from "../../src/pipeline/ensureWarehouse.js";
import {buildSite} from "../../src/site/buildSite.js";
import {serveSite} from "../../src/site/serveSite.js";
import type {SitePaths} from "../../src/site/sitePaths.js";
import {generateSample} from "../../src/sources/sample/generateSample.js";
import type {Warehouse} from "../../src/warehouse/open.js";

/** Kept between runs, so that a run after a small change builds only what changed; never the user’s own state. */
const FOLDER = ".workbench/test-site";

export interface TestSite {
  url: string;
  output: string;
  /** The folder of the generated sources, and of the truth about them. */
  sources: string;
  warehouse: Warehouse;
  close(): Promise<void>;
}

/**
 * Builds the whole site from a generated sample, a tenth of full size unless WORKBENCH_TEST_SCALE says otherwise,
 * with state, cache and output of its own, and serves it below a path as a project’s page on a static host.
 */
export async function openTestSite(): Promise<TestSite> {
  const scale = Number(process.env.WORKBENCH_TEST_SCALE ?? 0.1);
  const folder = join(FOLDER, String(scale));
  const sources = join(folder, "sources");
  await generateSample({folder: sources, seed: 1, scale});
  const config: Config = {sources, state: join(folder, "state"), reference: null, database: "production"};
  const paths: SitePaths = {reports: linkedReports(join(FOLDER, "reports")), output: join(folder, "site")};
  const warehouse = await ensureWarehouse(config);
  const {output} = await buildSite(config, warehouse, {paths});
  const site = await serveSite(output, {base: "/pages/workbench/"});
  return {
    url: site.url,
    output,
    sources,
    warehouse,
    close: async () => {
      warehouse.close();
      await site.close();
    }
  };
}

/** Returns a root for Framework that shows the entries of reports/ and has a cache of its own. */
export function linkedReports(root: string): string {
  mkdirSync(root, {recursive: true});
  for (const name of readdirSync(root)) if (name !== ".observablehq") rmSync(join(root, name));
  for (const name of readdirSync("reports").filter((entry) => entry !== ".observablehq"))
    symlinkSync(resolve("reports", name), join(root, name));
  return root;
}

/** Lists the pages of a built site by address below its root; of a folder of like pages, only the first two. */
export function builtPages(output: string): string[] {
  const names = readdirSync(output, {recursive: true, encoding: "utf8"}).sort();
  const pages = names.filter((name) => name.endsWith(".html") && name !== "404.html");
  const like = new Map<string, number>();
  return pages
    .filter((name) => {
      const parent = name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "";
      like.set(parent, (like.get(parent) ?? 0) + 1);
      return parent === "" || like.get(parent)! <= 2;
    })
    .map((name) => name.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, ""));
}
