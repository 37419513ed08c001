import {existsSync, rmSync, statSync} from "node:fs";

/**
 * Removes the cached outputs of data-loaders/ if the warehouse was published after they were written.
 * Framework’s build takes any output that it finds, whatever its age.
 */
export function dropStaleSnapshots(folder: string, warehouse: string): void {
  if (!existsSync(folder) || !existsSync(warehouse)) return;
  if (statSync(warehouse).mtimeMs > statSync(folder).mtimeMs) rmSync(folder, {recursive: true});
}
