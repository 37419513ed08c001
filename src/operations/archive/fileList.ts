import {createHash} from "node:crypto";
import {createReadStream, lstatSync, readdirSync} from "node:fs";
import {join, posix, relative, sep} from "node:path";
import {pipeline} from "node:stream/promises";

/** A file of an archive folder; the path is relative to it, with forward slashes. */
export interface ArchivedFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** Reads every byte of every file below the folder and returns their sizes and SHA-256 hashes, by path. */
export async function listFiles(folder: string): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = [];
  for (const path of pathsBelow(folder)) {
    const stat = lstatSync(join(folder, path));
    const sha256 = stat.isFile() ? await sha256OfFile(join(folder, path)) : "not a plain file";
    files.push({path, bytes: stat.size, sha256});
  }
  return files;
}

/** Returns the paths of everything below the folder that is not itself a folder; links are not followed. */
export function pathsBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join(posix.sep))
    .sort();
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** Returns one line for each file that is missing, of another size, of other content, or not expected. */
export function fileDifferences(expected: ArchivedFile[], actual: ArchivedFile[]): string[] {
  const found = new Map(actual.map((file) => [file.path, file]));
  const wanted = new Set(expected.map(({path}) => path));
  return [
    ...expected.flatMap((file) => difference(file, found.get(file.path)) ?? []),
    ...actual.filter(({path}) => !wanted.has(path)).map(({path}) => `unexpected file ${path}`)
  ];
}

function difference(file: ArchivedFile, found: ArchivedFile | undefined): string | undefined {
  if (!found) return `missing file ${file.path}`;
  if (found.bytes !== file.bytes) return `${file.path} has ${found.bytes} bytes instead of ${file.bytes}`;
  return found.sha256 === file.sha256 ? undefined : `${file.path} has changed since it was written`;
}
