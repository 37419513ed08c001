import {UserError} from "../error.js";
import {fileChunks} from "./fileChunks.js";

const CHUNK_BYTES = 1 << 17;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = ["\xff\xfe", "\xfe\xff"];

/** Yields a text file’s bytes without a byte-order mark. Throws a UserError if it is encoded as UTF-16. */
export function* jsonChunks(path: string): Generator<Buffer> {
  let isFirst = true;
  for (const chunk of fileChunks(path, CHUNK_BYTES)) {
    if (isFirst && UTF16_MARKS.includes(chunk.toString("latin1", 0, 2)))
      throw new UserError(`encoded as UTF-16: ${path}; save it as UTF-8`);
    const hasMark = isFirst && chunk.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    isFirst = false;
    yield hasMark ? chunk.subarray(BYTE_ORDER_MARK.length) : chunk;
  }
}
