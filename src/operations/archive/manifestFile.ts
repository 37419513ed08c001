import {createHash} from "node:crypto";
import {existsSync, lstatSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {messageOf, UserError} from "../../error.js";

export const MANIFEST = "manifest.json";
export const MANIFEST_HASH = "manifest.json.sha256";

/** Writes the manifest with, beside it, its own SHA-256 in the form that `sha256sum --check` reads. */
export function writeManifest(folder: string, manifest: object): void {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  writeFileSync(join(folder, MANIFEST), text);
  writeFileSync(join(folder, MANIFEST_HASH), hashLine(text));
}

/**
 * Reads a manifest and checks it against the hash beside it and against its expected format and version.
 * Throws where the folder has none, where either file was altered, or where a newer version wrote it.
 */
export function readManifest<T extends {format: string; version: number}>(
  folder: string,
  {format, version}: {format: string; version: number}
): T {
  for (const name of [MANIFEST, MANIFEST_HASH])
    if (!existsSync(join(folder, name)) || !lstatSync(join(folder, name)).isFile())
      throw new UserError(`not made by the workbench, or damaged: ${folder} has no ${name}`);
  const bytes = readFileSync(join(folder, MANIFEST));
  if (!readFileSync(join(folder, MANIFEST_HASH)).equals(Buffer.from(hashLine(bytes))))
    throw new UserError(`damaged: ${join(folder, MANIFEST)} does not match ${MANIFEST_HASH}`);
  const manifest = parse<T>(bytes.toString(), folder);
  if (manifest.format !== format)
    throw new UserError(`not a ${format}: ${folder} holds “${manifest.format}”; choose another folder`);
  if (manifest.version > version)
    throw new UserError(
      `written by a newer workbench: ${folder} has version ${manifest.version} of the format, ` +
        `this one reads up to ${version}; update the workbench`
    );
  return manifest;
}

function parse<T>(text: string, folder: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new UserError(`damaged: ${join(folder, MANIFEST)}: ${messageOf(error)}`, {cause: error});
  }
}

function hashLine(bytes: string | Buffer): string {
  return `${createHash("sha256").update(bytes).digest("hex")}  ${MANIFEST}\n`;
}
