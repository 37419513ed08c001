import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {INSTALL_RECORD} from "./installedPackages.js";

/**
 * Drops the npm modules that Framework has cached if they were made from other packages, by other code or
 * with other options. Framework’s cache is keyed by version alone, and its modules name each other’s versions.
 */
export function pruneModuleCache(reports: string, {root, key}: {root: string; key: string}): void {
  const folder = join(reports, ".observablehq");
  const stamp = join(folder, "modules.sha256");
  const current = fingerprint(root, key);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === current) return;
  for (const name of ["_npm", "_node"]) rmSync(join(folder, "cache", name), {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  writeFileSync(stamp, current);
}

function fingerprint(root: string, key: string): string {
  const hash = createHash("sha256")
    .update(key)
    .update(readFileSync(join(root, INSTALL_RECORD)));
  for (const folder of ["src/site", "src/site/browser"]) {
    for (const entry of readdirSync(join(root, folder), {withFileTypes: true}))
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(root, folder, entry.name)));
  }
  return hash.digest("hex");
}
