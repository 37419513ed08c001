import {existsSync, realpathSync, statSync} from "node:fs";
import {join, normalize, sep} from "node:path";

/**
 * Returns the file of a built site that a request path (decoded, below the base) asks for, or nothing:
 * a folder’s index.html, and page.html for “page”, as static hosts do. Never a file outside the folder.
 */
export function siteFile(folder: string, path: string): string | undefined {
  if (path.includes("\0")) return undefined;
  const root = realpathSync(folder);
  const asked = join(root, normalize(`/${path}`));
  const found = (asked.endsWith(sep) ? [`${asked}index.html`] : [asked, `${asked}.html`]).find(isFile);
  if (!found) return undefined;
  const real = realpathSync(found);
  return real.startsWith(`${root}${sep}`) ? real : undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
