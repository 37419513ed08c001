import {constants, existsSync} from "node:fs";
import {copyFile, link, mkdir, readdir, rename, rm, symlink} from "node:fs/promises";
import {join, resolve} from "node:path";
import type {Config} from "../../config.js";
import {UserError} from "../../error.js";
import {syncFile} from "../../pipeline/durable.js";
import {copiesFolder, flushFolder, keepReplaced} from "./copies.js";
import type {Supply} from "./fetchSources.js";

/**
 * Lays out the sources as they will be: the files of the source folder with the fetched copies in their places.
 * The build reads this folder, so that the source folder changes only with the warehouse. Returns its path.
 */
export async function stageSources(config: Config, supplies: Supply[]): Promise<string> {
  const folder = sourceFolderOf(config);
  const staged = join(config.state, "staged-sources");
  await rm(staged, {recursive: true, force: true});
  await mkdir(staged, {recursive: true});
  await mkdir(folder, {recursive: true});
  const replaced = new Set(supplies.filter(({copy}) => copy).map(({source}) => source.file));
  for (const entry of await readdir(folder, {withFileTypes: true})) {
    const [from, to] = [resolve(folder, entry.name), join(staged, entry.name)];
    // Subfolders hold no sources, but the mark of the generated sample.
    if (entry.isDirectory()) await symlink(from, to);
    else if (!replaced.has(entry.name)) await linkOrCopy(from, to);
  }
  for (const {source, copy} of supplies) if (copy) await linkOrCopy(copy.path, join(staged, source.file));
  return staged;
}

/**
 * Puts the fetched copies into the source folder, each written beside the old file and renamed over it; what was
 * there is kept among the source’s copies. Returns a function that puts the old files back.
 */
export async function installSources(config: Config, supplies: Supply[]): Promise<() => Promise<void>> {
  const folder = sourceFolderOf(config);
  const undo: (() => Promise<void>)[] = [];
  for (const {source, copy} of supplies) {
    if (!copy) continue;
    const target = join(folder, source.file);
    const kept = existsSync(target) ? await keepReplaced(copiesFolder(config, source), target) : null;
    undo.push(() => (kept ? replaceFile(kept, target) : rm(target, {force: true})));
    await replaceFile(copy.path, target);
  }
  return async () => {
    for (const restore of undo) await restore();
  };
}

async function replaceFile(from: string, target: string): Promise<void> {
  const beside = join(target, "..", `.${process.pid}.part`);
  await copyFile(from, beside, constants.COPYFILE_FICLONE);
  syncFile(beside);
  await rename(beside, target);
  await flushFolder(join(target, ".."));
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

function sourceFolderOf({sources}: Config): string {
  if (sources !== null) return sources;
  throw new UserError("no source folder to put fetched files into; set sources in workbench.json");
}
