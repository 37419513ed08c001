import {extname} from "node:path";

const TEXT: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".sql": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm"
};

const BINARY: Record<string, string> = {
  ".parquet": "application/vnd.apache.parquet",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ico": "image/x-icon"
};

/** Returns the media type of a file by its name, and whether it is worth compressing. */
export function contentType(path: string): {type: string; isCompressible: boolean} {
  const extension = extname(path);
  const text = TEXT[extension];
  return {type: text ?? BINARY[extension] ?? "application/octet-stream", isCompressible: text !== undefined};
}
