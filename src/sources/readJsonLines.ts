import {createReadStream} from "node:fs";
import {createInterface} from "node:readline";
import type {FoundRecord} from "./recordSink.js";

/**
 * Reads a file of one JSON value a line as a stream and returns their number. A line that is no JSON is a
 * record too: what it is, is said of it later, and the lines after it are read.
 */
export async function readJsonLines(path: string, found: (record: FoundRecord) => void): Promise<number> {
  // Latin-1 carries each byte as one character, so that a record keeps its own bytes.
  const input = createReadStream(path, {encoding: "latin1", highWaterMark: 1 << 20});
  let line = 0;
  let position = 0;
  for await (const text of createInterface({input, crlfDelay: Infinity})) {
    line++;
    const bytes = Buffer.from(line === 1 ? text.replace(/^\xef\xbb\xbf/, "") : text, "latin1");
    if (bytes.toString("latin1").trim() === "") continue;
    found({bytes, list: 0, position: ++position, line, context: null});
  }
  return position;
}
