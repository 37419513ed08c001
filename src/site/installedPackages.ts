import {readFileSync} from "node:fs";
import {join} from "node:path";

export interface InstalledPackage {
  folder: string;
  version: string;
}

/** Every installed copy of every package by name, the copy nearest the top of node_modules first. */
export type InstalledPackages = Map<string, InstalledPackage[]>;

export const INSTALL_RECORD = "node_modules/.package-lock.json";

/** Lists what npm installed, from the record that it keeps within node_modules. */
export function installedPackages(root: string): InstalledPackages {
  const {packages} = JSON.parse(readFileSync(join(root, INSTALL_RECORD), "utf8")) as {
    packages: Record<string, {version: string}>;
  };
  const installed: InstalledPackages = new Map();
  for (const path of Object.keys(packages).sort((a, b) => depth(a) - depth(b))) {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const copy = {folder: join(root, path), version: packages[path]!.version};
    installed.set(name, [...(installed.get(name) ?? []), copy]);
  }
  return installed;
}

function depth(path: string): number {
  return path.split("node_modules/").length;
}
