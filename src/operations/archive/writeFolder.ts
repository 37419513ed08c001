import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../error.js";
import {pathsBelow} from "./fileList.js";

/** The file that marks a folder as one that this program began and has not finished. */
export const UNFINISHED = ".unfinished";

/**
 * Writes a folder beside its final name and renames it into place, so that a name that exists is always
 * whole. Everything is flushed to the disk before the rename. Whatever the callback threw leaves nothing.
 */
export async function writeFolder(
  parent: string,
  name: string,
  write: (folder: string) => Promise<void>
): Promise<string> {
  const final = join(parent, name);
  if (existsSync(final)) throw new UserError(`exists already: ${final}; choose another name or remove it`);
  const folder = join(parent, `.${name}.${process.pid}`);
  mkdirSync(folder, {recursive: true});
  try {
    writeFileSync(join(folder, UNFINISHED), "");
    await write(folder);
    rmSync(join(folder, UNFINISHED));
    flush(folder);
    renameSync(folder, final);
    flushOne(parent);
  } catch (error) {
    rmSync(folder, {recursive: true, force: true});
    throw error;
  }
  return final;
}

function flush(folder: string): void {
  for (const path of pathsBelow(folder)) flushOne(join(folder, path));
  flushOne(folder);
}

function flushOne(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
