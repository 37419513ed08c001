import {closeSync, openSync, readSync} from "node:fs";

/**
 * Yields the bytes of a local file in chunks of at most the given size, each a buffer of its own. It is read where it is
 * asked for: a stream would wait for a thread to hand over each chunk, half as long as reading them takes.
 */
export function* fileChunks(path: string, size: number): Generator<Buffer> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(size);
      const length = readSync(file, chunk, 0, size, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
