import {existsSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import type {FoundRecord} from "../recordSink.js";
import {joinSites} from "./joinSites.js";
import type {HsdsPackage} from "./packages.js";
import {readTables} from "./readTables.js";
import {siteShape} from "./siteShape.js";
import {siteFacts} from "./siteTerms.js";

/** Keys of the records that a package is read as. */
export const HSDS_KEYS = ["organization", "location", "services", "addresses", "phones", "row"];

/**
 * Reads a package as one record per site, with the rows that it was joined from, and one faulty record per
 * row that belongs to nothing. Returns their number. Holds the package in memory.
 */
export async function readPackage(
  sources: string,
  pack: HsdsPackage,
  found: (record: FoundRecord) => void
): Promise<number> {
  const tables = await readTables(sources, pack);
  const {sites, loose} = joinSites(tables);
  const facts = siteFacts(tables);
  const title = titleOf(join(sources, pack.folder));
  let position = 0;
  const hand = (raw: object, rest: Partial<FoundRecord>) => {
    const bytes = Buffer.from(JSON.stringify(raw));
    found({bytes, list: 0, position: ++position, line: null, context: null, ...rest});
  };
  for (const site of sites) {
    const {shape, fault} = siteShape(site, facts, title);
    hand(site, {mapped: JSON.stringify(shape), ...(fault && {fault})});
  }
  for (const {row, fault} of loose) hand({row}, {fault});
  return position;
}

function titleOf(folder: string): string {
  const path = join(folder, "datapackage.json");
  const fallback = `HSDS package ${basename(folder)}`;
  if (!existsSync(path)) return fallback;
  try {
    const {title} = JSON.parse(readFileSync(path, "utf8")) as {title?: unknown};
    return typeof title === "string" && title ? title : fallback;
  } catch {
    return fallback;
  }
}
