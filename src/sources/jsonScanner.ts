import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  decodeKey,
  isBlank,
  isOpen,
  NEWLINE,
  OPEN_ARRAY,
  QUOTE,
  stringEnd,
  valueEnd
} from "./jsonBytes.js";
import {LineCounter} from "./lineCounter.js";

/** A value found inside a JSON document, with its own bytes. */
export interface JsonSpan {
  /** Object keys, and “*” for a place in an array, from the document’s root. */
  path: string[];
  /** Line of the document on which the value begins, from 1. */
  line: number;
  bytes: Buffer;
}

export type Wanted = "take" | "enter" | "skip";

/** Where a document stops making sense: what is wrong, and the line and column (in bytes), both from 1. */
export class JsonSyntaxError extends Error {
  constructor(
    reason: string,
    readonly line: number,
    readonly column: number
  ) {
    super(`${reason} at line ${line}, column ${column}`);
  }
}

/** Where a value stands, and what to do with it. */
interface Place {
  path: string[];
  wanted: Wanted;
}

interface Container {
  isArray: boolean;
  key: string;
  /** Of every value in an array, once the first was met. */
  place?: Place;
}

/**
 * Finds values inside a JSON document of any size without parsing them, so that each keeps the bytes it
 * was written with. Feed it chunks; `want` is asked what to do with a value, once for all values of an array, and
 * taken values are handed to `found`. Only the structure above a taken value is checked; the value itself is not.
 * Holds one chunk and one value in memory.
 */
export class JsonScanner {
  private readonly stack: Container[] = [];
  private rest: Buffer = Buffer.alloc(0);
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private readonly lines = new LineCounter();
  private expect: "value" | "key" | "colon" | "next" | "end" = "value";
  private justOpened = false;
  private key = "";

  constructor(
    private readonly want: (path: string[]) => Wanted,
    private readonly found: (span: JsonSpan) => void
  ) {}

  /** Scans as far as the bytes so far allow. Throws a JsonSyntaxError. */
  push(chunk: Buffer): void {
    this.pending.push(chunk);
    this.pendingBytes += chunk.length;
    // A value longer than a chunk is rescanned from its start: doubling keeps that linear.
    if (this.pendingBytes >= this.rest.length) this.drain(false);
  }

  /** Ends the document. Throws a JsonSyntaxError if it is not complete. */
  end(): void {
    this.drain(true);
    if (this.expect === "end" && !this.rest.length) return;
    const begun = this.rest.findIndex((byte) => !isBlank(byte));
    if (begun >= 0) this.fail("end of file within what begins", begun);
    this.fail("unexpected end of file", this.rest.length);
  }

  private drain(isLast: boolean): void {
    const buffer = Buffer.concat([this.rest, ...this.pending]);
    this.pending = [];
    this.pendingBytes = 0;
    this.lines.begin(buffer);
    const used = this.scan(buffer, isLast);
    this.rest = buffer.subarray(used);
    this.lines.end(used);
  }

  private scan(b: Buffer, isLast: boolean): number {
    let i = 0;
    for (;;) {
      while (i < b.length && isBlank(b[i]!)) if (b[i++] === NEWLINE) this.lines.lineEnds(i - 1);
      if (i >= b.length) return i;
      const next = this.step(b, i, isLast);
      if (next < 0) return i;
      i = next;
    }
  }

  /** Consumes one token or one whole value at i and returns where it ends, or -1 if more bytes are needed. */
  private step(b: Buffer, i: number, isLast: boolean): number {
    const byte = b[i]!;
    if (this.expect === "end") this.fail("text after the document", i);
    if (this.expect === "next") return this.afterValue(byte, i);
    if (this.expect === "colon") {
      if (byte !== COLON) this.fail("expected a colon", i);
      this.expect = "value";
      return i + 1;
    }
    if (this.justOpened && this.closes(byte)) return this.leave(i);
    if (this.expect === "key") return this.readKey(b, i);
    return this.readValue(b, i, isLast);
  }

  private readKey(b: Buffer, i: number): number {
    if (b[i] !== QUOTE) this.fail("expected a key in quotes", i);
    const end = stringEnd(b, i);
    if (end < 0) return -1;
    this.key = decodeKey(b.toString("utf8", i, end)) ?? this.fail("malformed key", i);
    this.justOpened = false;
    this.expect = "colon";
    return end;
  }

  private readValue(b: Buffer, i: number, isLast: boolean): number {
    const {path, wanted} = this.place();
    if (wanted === "enter" && isOpen(b[i]!)) {
      this.stack.push({isArray: b[i] === OPEN_ARRAY, key: this.key});
      this.expect = b[i] === OPEN_ARRAY ? "value" : "key";
      this.justOpened = true;
      return i + 1;
    }
    const end = valueEnd(b, i, isLast);
    if (end < 0) return -1;
    if (end === i) this.fail("expected a value", i);
    if (wanted === "take") this.found({path, line: this.lines.line, bytes: b.subarray(i, end)});
    this.lines.pass(i, end);
    return this.finish(end);
  }

  private afterValue(byte: number, i: number): number {
    if (byte === COMMA) {
      this.expect = this.stack.at(-1)!.isArray ? "value" : "key";
      return i + 1;
    }
    if (this.closes(byte)) return this.leave(i);
    return this.fail("expected a comma or the end of the list", i);
  }

  private closes(byte: number): boolean {
    return byte === (this.stack.at(-1)?.isArray ? CLOSE_ARRAY : CLOSE_OBJECT);
  }

  private leave(i: number): number {
    this.stack.pop();
    return this.finish(i + 1);
  }

  private finish(end: number): number {
    this.justOpened = false;
    this.expect = this.stack.length ? "next" : "end";
    return end;
  }

  private place(): Place {
    const within = this.stack.at(-1);
    if (within?.place) return within.place;
    const path = this.path();
    const place = {path, wanted: this.want(path)};
    if (within?.isArray) within.place = place;
    return place;
  }

  private path(): string[] {
    return this.stack.map(({isArray}, depth) => (isArray ? "*" : (this.stack[depth + 1]?.key ?? this.key)));
  }

  private fail(reason: string, i: number): never {
    throw new JsonSyntaxError(reason, this.lines.line, this.lines.columnOf(i));
  }
}
