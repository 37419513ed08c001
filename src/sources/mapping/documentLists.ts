import {OPEN_OBJECT} from "../jsonBytes.js";
import {jsonChunks} from "../jsonChunks.js";
import {JsonScanner, JsonSyntaxError} from "../jsonScanner.js";

/** A list of objects inside a JSON document. */
export interface DocumentList {
  /** Keys from the root, joined by dots; empty for the root itself. */
  path: string;
  recordCount: number;
}

const DEEPEST = 5;

/**
 * Finds the lists of objects in a JSON document of any size, the longest first; a list inside a list's
 * elements is not one of them. Returns null where the text is not one JSON document, as with one value a line.
 */
export function documentLists(path: string): DocumentList[] | null {
  const counts = new Map<string, number>();
  const scanner = new JsonScanner(
    (at) => (at.length < DEEPEST && !at.includes("*") ? "enter" : "take"),
    ({path: at, bytes}) => {
      if (at.at(-1) !== "*" || bytes[0] !== OPEN_OBJECT) return;
      const list = at.slice(0, -1).join(".");
      counts.set(list, (counts.get(list) ?? 0) + 1);
    }
  );
  try {
    for (const chunk of jsonChunks(path)) scanner.push(chunk);
    scanner.end();
  } catch (error) {
    if (error instanceof JsonSyntaxError) return null;
    throw error;
  }
  return Array.from(counts, ([list, recordCount]) => ({path: list, recordCount})).sort(
    (a, b) => b.recordCount - a.recordCount
  );
}
