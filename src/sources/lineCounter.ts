import {NEWLINE} from "./jsonBytes.js";

/** Counts the lines of a document that is read in buffers, each of which begins where the one before was used up to. */
export class LineCounter {
  /** The line that has been come to, from 1. */
  line = 1;
  /** Bytes of the document before that line, and before the buffer. */
  private lineStart = 0;
  private offset = 0;
  private buffer: Buffer = Buffer.alloc(0);
  /** Where the next line of the buffer ends, if that is known, else a place already passed. */
  private next = -1;

  /** Goes on with the next buffer. */
  begin(buffer: Buffer): void {
    this.buffer = buffer;
    this.next = -1;
  }

  /** Leaves the buffer, of which so many bytes were used: places count from there now. */
  end(used: number): void {
    this.offset += used;
  }

  /** Counts the lines that end between two places of the buffer. The next end is sought once: many files have none. */
  pass(from: number, to: number): void {
    if (this.next < from) this.next = this.endFrom(from);
    for (; this.next < to; this.next = this.endFrom(this.next + 1)) this.lineEnds(this.next);
  }

  /** Counts the line that ends with the byte at a place of the buffer. */
  lineEnds(at: number): void {
    this.line++;
    this.lineStart = this.offset + at + 1;
  }

  /** Returns the column of a place of the buffer, in bytes from 1. */
  columnOf(at: number): number {
    return this.offset + at - this.lineStart + 1;
  }

  private endFrom(from: number): number {
    const at = this.buffer.indexOf(NEWLINE, from);
    return at < 0 ? Infinity : at;
  }
}
