import {createReadStream, openSync, readSync, closeSync} from "node:fs";
import {isUtf8} from "node:buffer";
import {parse, type Info} from "csv-parse";
import {parse as parseSync} from "csv-parse/sync";
import {messageOf, UserError} from "../error.js";
import {NEWLINE} from "./jsonBytes.js";
import {columnNames} from "./columnNames.js";
import {decoded, type FoundRecord} from "./recordSink.js";

const HEAD_BYTES = 1 << 16;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = ["\xff\xfe", "\xfe\xff"];
const QUIRKS = {relax_column_count: true, relax_quotes: true};

interface ParsedRow {
  record: string[];
  raw: string;
  info: Info;
}

/** Returns a CSV file’s column names, as its records carry them. Throws a UserError if it is not text in bytes. */
export function readCsvHeader(path: string): string[] {
  const head = readHead(path);
  try {
    const [row] = parseSync(text(head), {to: 1, ...QUIRKS, delimiter: delimiterOf(head)});
    return columnNames((row as string[] | undefined) ?? []);
  } catch (error) {
    throw malformed(path, error);
  }
}

/**
 * Reads the rows of a CSV file as a stream, each with its own bytes and as a JSON object of its non-empty
 * cells. A repeated column name gets a number after it. A row with more or fewer cells than the header is
 * handed on with a fault, so that nothing is lost; a row that is not UTF-8 is read as Windows-1252. Throws a
 * UserError where the file cannot be read on.
 */
export async function readCsv(path: string, found: (record: FoundRecord) => void): Promise<number> {
  const head = readHead(path);
  // Bytes pass through the parser as Latin-1, one character each, so that no byte is lost before its row is decoded.
  const options = {
    raw: true,
    info: true,
    encoding: "latin1" as const,
    ...QUIRKS,
    delimiter: delimiterOf(head)
  };
  const parser = parse(options);
  const file = createReadStream(path, {
    start: hasMark(head) ? BYTE_ORDER_MARK.length : 0,
    highWaterMark: 1 << 20
  });
  file.on("error", (error) => parser.destroy(error)).pipe(parser);
  let names: string[] | undefined;
  let position = 0;
  try {
    for await (const row of parser as AsyncIterable<ParsedRow>) {
      if (!names) names = columnNames(row.record.map((cell) => decoded(Buffer.from(cell, "latin1"))));
      else if (row.record.length > 1 || row.record[0] !== "") found(asRecord(names, row, ++position));
    }
  } catch (error) {
    throw malformed(path, error);
  }
  return position;
}

function malformed(path: string, error: unknown): UserError {
  return new UserError(`malformed CSV: ${path}: ${messageOf(error)}; mend the file or fetch it again`, {
    cause: error
  });
}

function asRecord(names: string[], {record, raw, info}: ParsedRow, position: number): FoundRecord {
  const bytes = Buffer.from(raw.replace(/\r?\n$/, ""), "latin1");
  const decode = decoderOf(raw, bytes);
  const cells = record.map((cell, i) => [names[i] ?? `column_${i + 1}`, decode(cell).trim()] as const);
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

function decoderOf(raw: string, bytes: Buffer): (cell: string) => string {
  if (!/[\x80-\xff]/.test(raw)) return (cell) => cell;
  const encoding = isUtf8(bytes) ? "utf-8" : "windows-1252";
  const decoder = new TextDecoder(encoding, {ignoreBOM: true});
  return (cell) => decoder.decode(Buffer.from(cell, "latin1"));
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
    const head = buffer.subarray(0, readSync(file, buffer, 0, HEAD_BYTES, 0));
    if (UTF16_MARKS.includes(head.toString("latin1", 0, 2)))
      throw new UserError(`encoded as UTF-16: ${path}; save it as UTF-8`);
    // A character that the end of the buffer splits would make the whole look like another encoding.
    return head.length < HEAD_BYTES ? head : head.subarray(0, head.lastIndexOf(NEWLINE) + 1 || HEAD_BYTES);
  } finally {
    closeSync(file);
  }
}

function hasMark(head: Buffer): boolean {
  return head.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
}

function text(head: Buffer): string {
  return decoded(hasMark(head) ? head.subarray(BYTE_ORDER_MARK.length) : head);
}
