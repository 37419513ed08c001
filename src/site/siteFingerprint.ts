import {createHash, type Hash} from "node:crypto";
import {existsSync, readFileSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {INSTALL_RECORD} from "./installedPackages.js";
import {type SitePaths, snapshotFolder} from "./sitePaths.js";

const CODE = ["observablehq.config.ts", "src/site", INSTALL_RECORD];

/** Returns a hash over whatever a built site is made from: pages, components, snapshots, packages and this room. */
export function siteFingerprint(paths: SitePaths): string {
  const hash = createHash("sha256");
  for (const path of [...CODE, paths.reports, snapshotFolder(paths)]) addPath(hash, path);
  return hash.digest("hex");
}

function addPath(hash: Hash, path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return void hash.update(path).update(readFileSync(path));
  for (const name of readdirSync(path).sort()) if (!name.startsWith(".")) addPath(hash, join(path, name));
}
