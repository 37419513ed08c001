import {isUtf8} from "node:buffer";
import {hash} from "node:crypto";
import type {DuckDBAppender} from "@duckdb/node-api";
import type {LandedParts} from "./landedParts.js";

/** One record as it was found, before anything is made of it. */
export interface FoundRecord {
  /** The record’s own bytes, as they stand in the file. */
  bytes: Buffer;
  /** The record as JSON text, where its bytes are not JSON already. */
  json?: string;
  /** Rank of the list that it was found in, from 0. */
  list: number;
  position: number;
  line: number | null;
  /** Label of the group that it was found in, such as a state. */
  context: string | null;
  /** The record in the common staging shape, as JSON, where a mapping file has made it so. */
  mapped?: string;
  /** Why it cannot be read. */
  fault?: string;
}

interface SinkOptions {
  /** Where parts of the records go as soon as they lie in the table. */
  parts: Pick<LandedParts, "add">;
  /** A part has the bytes of its records, at least as many as this, and fewer at the end. */
  partBytes: number;
  /** A record of more bytes than this is kept as it is and has a fault, so that nothing tries to read it. */
  largestBytes: number;
}

/** Appends found records to raw.records, numbering them over all files from 1, and hands them over in parts. */
export class RecordSink {
  private count = 0;
  private handedOver = 0;
  /** Of the records that have not been handed over. */
  private bytes = 0;
  private readonly sources = new Set<string>();
  /** Whether some of these may be taken away again, since their file may hold them in a better list. */
  private isUncertain = false;

  constructor(
    private readonly appender: DuckDBAppender,
    private readonly options: SinkOptions
  ) {}

  /** Appends one record of the given source and file. Bytes that are not UTF-8 are kept as Windows-1252 text. */
  add(source: string, file: string, record: FoundRecord): void {
    const a = this.appender;
    const {largestBytes, partBytes} = this.options;
    a.appendInteger(++this.count);
    a.appendVarchar(source);
    a.appendVarchar(file);
    a.appendInteger(record.list);
    a.appendInteger(record.position);
    if (record.line === null) a.appendNull();
    else a.appendInteger(record.line);
    a.appendVarchar(hash("sha256", record.bytes));
    appendText(a, record.context);
    a.appendVarchar((record.json ?? decoded(record.bytes)).replaceAll("\0", "\uFFFD"));
    const isLarge = record.bytes.length > largestBytes;
    appendText(a, isLarge ? largeFault(record.bytes.length, largestBytes) : (record.fault ?? null));
    appendText(a, isLarge ? null : (record.mapped ?? null));
    a.endRow();
    this.sources.add(source);
    this.bytes += record.bytes.length;
    this.isUncertain ||= record.list > 0;
    if (this.bytes >= partBytes && !this.isUncertain) this.handOver();
  }

  /** Ends a file, of whose records all stay but those of lesser lists, which the callback takes out of the table. */
  async endFile(takeAway: () => Promise<void>): Promise<void> {
    if (!this.isUncertain) return;
    this.appender.flushSync();
    await takeAway();
    this.isUncertain = false;
  }

  /** Hands over what has not been yet. */
  handOver(): void {
    if (this.count === this.handedOver) return;
    this.appender.flushSync();
    const sources = Array.from(this.sources);
    this.options.parts.add({firstId: this.handedOver + 1, lastId: this.count, sources});
    this.handedOver = this.count;
    this.bytes = 0;
    this.sources.clear();
  }
}

/** Returns text of unknown encoding: UTF-8 where the bytes allow it, else Windows-1252. */
export function decoded(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString("utf8") : new TextDecoder("windows-1252").decode(bytes);
}

function appendText(appender: DuckDBAppender, value: string | null): void {
  if (value === null) appender.appendNull();
  else appender.appendVarchar(value);
}

function largeFault(bytes: number, largest: number): string {
  return `${Math.ceil(bytes / 1e6)} MB, larger than a record may be (${Math.floor(largest / 1e6)} MB, largest_record_bytes)`;
}
