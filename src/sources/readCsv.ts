import {createReadStream, openSync, readSync, closeSync} from "node:fs";
import {isUtf8} from "node:buffer";
import {parse, type Info} from "csv-parse";
import {parse as parseSync} from "csv-parse/sync";
import {messageOf, UserError} from "../error.js";
import type {FoundRecord} from "./recordSink.js";

const HEAD_BYTES = 1 << 16;

interface ParsedRow {
  record: string[];
  raw: string;
  info: Info;
}

/** Returns a CSV file’s column names, trimmed, as its first line gives them. */
export function readCsvHeader(path: string): string[] {
  const head = readHead(path);
  const [row] = parseSync(text(head), {
    to: 1,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    delimiter: delimiterOf(head)
  });
  return ((row as string[] | undefined) ?? []).map((name) => name.trim());
}

/**
 * Reads the rows of a CSV file as a stream, each with its own bytes and as a JSON object of its non-empty
 * cells. A repeated column name gets a number after it. A row with more or fewer cells than the header is
 * handed on with a fault, so that nothing is lost. Throws a UserError where the file cannot be read on.
 */
export async function readCsv(path: string, found: (record: FoundRecord) => void): Promise<number> {
  const head = readHead(path);
  const encoding = isUtf8(trimmedToCharacter(head)) ? "utf8" : "latin1";
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      raw: true,
      info: true,
      encoding,
      relax_column_count: true,
      relax_quotes: true,
      delimiter: delimiterOf(head)
    })
  );
  let names: string[] | undefined;
  let position = 0;
  try {
    for await (const {record, raw, info} of parser as AsyncIterable<ParsedRow>) {
      if (!names) names = distinctNames(record);
      else if (record.length > 1 || record[0] !== "")
        found(asRecord(names, {record, raw, info}, {position: ++position, encoding}));
    }
  } catch (error) {
    throw new UserError(`malformed CSV: ${path}: ${messageOf(error)}; mend the file or fetch it again`, {
      cause: error
    });
  }
  return position;
}

function asRecord(
  names: string[],
  {record, raw, info}: ParsedRow,
  {position, encoding}: {position: number; encoding: BufferEncoding}
): FoundRecord {
  const bytes = Buffer.from(raw.replace(/\r?\n$/, ""), encoding);
  const cells = record.map((cell, i) => [names[i] ?? `column_${i + 1}`, cell.trim()] as const);
  const fault =
    record.length === names.length ? undefined : `${record.length} cells in a row of ${names.length} columns`;
  const json = JSON.stringify(Object.fromEntries(cells.filter(([, cell]) => cell !== "" && cell !== "NA")));
  return {
    bytes,
    json,
    list: 0,
    position,
    line: info.lines - raw.trimEnd().split("\n").length + 1,
    context: null,
    ...(fault && {fault})
  };
}

function distinctNames(header: string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell) => {
    const name = cell.trim().toLowerCase();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  });
}

function delimiterOf(head: Buffer): string {
  const [line = ""] = text(head).split("\n");
  return [",", ";", "\t", "|"].reduce((best, d) =>
    line.split(d).length > line.split(best).length ? d : best
  );
}

function readHead(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    return buffer.subarray(0, readSync(file, buffer, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

/** Cuts a multi-byte character that the end of the buffer splits. */
function trimmedToCharacter(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && end > bytes.length - 4 && (bytes[end - 1]! & 0xc0) === 0x80) end--;
  return end > 0 && bytes[end - 1]! >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}

function text(bytes: Buffer): string {
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}
