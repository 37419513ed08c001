import {createHash} from "node:crypto";
import {createWriteStream} from "node:fs";
import type {IncomingMessage} from "node:http";
import {PassThrough, type Readable, type Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createBrotliDecompress, createGunzip, createInflate} from "node:zlib";
import {messageOf} from "../../error.js";
import {FetchError} from "./fetchError.js";

export interface Received {
  byteCount: number;
  /** SHA-256 of the file as written, hex. */
  sha256: string;
}

/**
 * Writes a response’s body to a new file, decoded and flushed to the disk. Throws a FetchError where the body
 * is larger than allowed (a compressed one is measured decoded), or ends before its Content-Length.
 */
export async function receiveBody(
  response: IncomingMessage,
  target: string,
  {maximumBytes, signal}: {maximumBytes: number; signal: AbortSignal}
): Promise<Received> {
  const stated = Number(response.headers["content-length"] ?? 0);
  if (stated > maximumBytes) throw tooLarge(maximumBytes);
  try {
    return await writeMeasured(response, target, {decode: decoder(response), maximumBytes, signal});
  } catch (error) {
    if (error instanceof FetchError) throw error;
    if (signal.aborted)
      throw new FetchError("response took longer than one attempt may", {isTransient: true});
    throw new FetchError(`response ended early: ${messageOf(error)}`, {isTransient: true, cause: error});
  }
}

/** Copies a stream to a new file on the disk, counting and hashing its bytes. */
export async function writeMeasured(
  input: Readable,
  target: string,
  {
    maximumBytes,
    decode = new PassThrough(),
    signal
  }: {maximumBytes: number; decode?: Transform; signal?: AbortSignal}
): Promise<Received> {
  const hash = createHash("sha256");
  let byteCount = 0;
  async function* measure(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      byteCount += chunk.length;
      if (byteCount > maximumBytes) throw tooLarge(maximumBytes);
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(input, decode, measure, createWriteStream(target, {flags: "wx", flush: true}), {signal});
  return {byteCount, sha256: hash.digest("hex")};
}

function decoder({headers}: IncomingMessage): Transform {
  const encoding = (headers["content-encoding"] ?? "identity").toLowerCase();
  if (encoding === "identity") return new PassThrough();
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "deflate") return createInflate();
  if (encoding === "br") return createBrotliDecompress();
  throw new FetchError(`unknown content-encoding: ${encoding}`);
}

function tooLarge(maximumBytes: number): FetchError {
  return new FetchError(
    `larger than ${maximumBytes / 1e6} MB; raise update.limits.fetch_maximum_mb if it is meant to be`
  );
}
