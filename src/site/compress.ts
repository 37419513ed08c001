import {promisify} from "node:util";
import {brotliCompress, constants, gzip} from "node:zlib";

export type Encoding = "br" | "gzip";

/** Small enough that compression saves less than the headers it adds. */
const SMALLEST_BYTES = 512;
const BROTLI_QUALITY = 5;

/** Returns the best encoding that the client accepts, or nothing where the body is better sent as it is. */
export function acceptedEncoding(accept: string | undefined, byteCount: number): Encoding | undefined {
  if (!accept || byteCount < SMALLEST_BYTES) return undefined;
  const names = accept.split(",").map((part) => part.split(";")[0]!.trim());
  return (["br", "gzip"] as const).find((encoding) => names.includes(encoding));
}

export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return promisify(gzip)(body);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength
  };
  return promisify(brotliCompress)(body, {params});
}
