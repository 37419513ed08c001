import {createReadStream, createWriteStream, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";

/** A file in UTF-8: the given one, or a copy of it that dispose removes. */
export interface Utf8File {
  path: string;
  encoding: "utf-8" | "windows-1252" | "utf-16le";
  dispose(): void;
}

/**
 * Returns the file, or a temporary copy of it in UTF-8. What is not valid UTF-8 is read as windows-1252, of
 * which Latin-1 text is a part; a UTF-16 byte order mark is heeded.
 */
export async function utf8File(path: string): Promise<Utf8File> {
  const encoding = await encodingOf(path);
  if (encoding === "utf-8") return {path, encoding, dispose: () => {}};
  const folder = mkdtempSync(join(tmpdir(), "workbench-"));
  const copy = join(folder, "utf8.csv");
  const decoder = new TextDecoder(encoding);
  const recode = new Transform({
    transform: (chunk: Buffer, _, done) => done(null, Buffer.from(decoder.decode(chunk, {stream: true})))
  });
  await pipeline(createReadStream(path), recode, createWriteStream(copy));
  return {path: copy, encoding, dispose: () => rmSync(folder, {recursive: true, force: true})};
}

async function encodingOf(path: string): Promise<Utf8File["encoding"]> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
      isFirst = false;
      decoder.decode(chunk, {stream: true});
    }
    decoder.decode();
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
