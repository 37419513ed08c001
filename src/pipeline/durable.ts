import {closeSync, fsyncSync, openSync} from "node:fs";

/** Forces a file’s, or a folder’s, content to the disk, so that a rename after it survives a power failure. */
export function syncFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
