import {closeSync, openSync, readSync} from "node:fs";

const HEAD_BYTES = 1 << 18;

/** How a CSV file separates, quotes and escapes its cells. */
export interface CsvDialect {
  delimiter: string;
  quote: string;
  escape: string;
}

/**
 * Guesses a CSV file’s dialect from its first 256 KB: the delimiter that its header has most of, the quote
 * that most often stands at both ends of a cell, and a backslash as escape where one precedes that quote.
 */
export function csvDialect(path: string): CsvDialect {
  const head = readHead(path);
  const [header = ""] = head.split(/\r?\n/, 1);
  const delimiter = most([",", "\t", ";", "|"], (mark) => header.split(mark).length);
  const cells = head.split(/\r?\n/).flatMap((line) => line.split(delimiter));
  const quote = most(['"', "'"], (mark) => quotedShare(cells, mark));
  const backslashes = head.split(`\\${quote}`).length - 1;
  const doubled = head.split(`${quote}${quote}`).length - 1 - emptyCells(cells, quote);
  return {delimiter, quote, escape: backslashes > Math.max(0, doubled) ? "\\" : quote};
}

function quotedShare(cells: string[], mark: string): number {
  return cells.filter((cell) => cell.length > 1 && cell.startsWith(mark) && cell.endsWith(mark)).length;
}

function emptyCells(cells: string[], quote: string): number {
  return cells.filter((cell) => cell === quote + quote).length;
}

function most(marks: string[], count: (mark: string) => number): string {
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function readHead(path: string): string {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    return buffer.toString("latin1", 0, readSync(file, buffer, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}
