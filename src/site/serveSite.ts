import {createHash} from "node:crypto";
import {readFileSync, statSync} from "node:fs";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {UserError} from "../error.js";
import {byteRange} from "./byteRange.js";
import {acceptedEncoding, compress} from "./compress.js";
import {contentType} from "./contentTypes.js";
import {isHashed} from "./hashedFile.js";
import {siteFile} from "./siteFile.js";

export interface ServeOptions {
  /** Path below which the site is served; starts and ends with a slash. */
  base?: string;
  /** 0 for any free port. */
  port?: number;
  host?: string;
}

export interface ServedSite {
  url: string;
  close(): Promise<void>;
}

interface Site {
  folder: string;
  base: string;
  compressed: Map<string, Promise<Buffer>>;
}

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "content-security-policy": "frame-ancestors 'self'",
  "accept-ranges": "bytes",
  vary: "accept-encoding"
};

/** Serves a built site over HTTP as a static host would: compressed, cached, with byte ranges. Loopback by default. */
export async function serveSite(
  folder: string,
  {base = "/", port = 0, host = "127.0.0.1"}: ServeOptions = {}
): Promise<ServedSite> {
  const site: Site = {folder, base, compressed: new Map()};
  const server = createServer((request, response) => {
    respond(site, request, response).catch(() => response.destroy());
  });
  await listen(server, port, host);
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {url: `http://${name}:${address.port}${base}`, close: () => close(server)};
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return end(response, 405, {allow: "GET, HEAD"}, "method not allowed\n");
  const path = requestPath(request.url ?? "/", site.base);
  const file = path === undefined ? undefined : siteFile(site.folder, path);
  if (file) return sendFile(site, file, request, response);
  const missing = siteFile(site.folder, "404.html");
  end(
    response,
    404,
    {"content-type": "text/html; charset=utf-8"},
    missing ? readFileSync(missing) : "not found\n"
  );
}

function requestPath(url: string, base: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return path.startsWith(base) ? path.slice(base.length) : undefined;
  } catch {
    return undefined;
  }
}

async function sendFile(
  site: Site,
  file: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const {size, mtimeMs} = statSync(file);
  const {type, isCompressible} = contentType(file);
  const etag = `"${createHash("sha256").update(`${file} ${size} ${mtimeMs}`).digest("hex").slice(0, 16)}"`;
  const caching = isHashed(file) ? "public, max-age=31536000, immutable" : "no-cache";
  const headers = {...HEADERS, "content-type": type, "cache-control": caching, etag};
  if (request.headers["if-none-match"] === etag) return end(response, 304, headers);
  const range = byteRange(request.headers.range, size);
  if (range === null) return end(response, 416, {...headers, "content-range": `bytes */${size}`});
  const body = readFileSync(file);
  if (range) {
    const extent = {"content-range": `bytes ${range.start}-${range.end}/${size}`};
    return send(request, response, 206, {...headers, ...extent}, body.subarray(range.start, range.end + 1));
  }
  const encoding = isCompressible ? acceptedEncoding(request.headers["accept-encoding"], size) : undefined;
  if (!encoding) return send(request, response, 200, headers, body);
  const key = `${encoding} ${etag}`;
  if (!site.compressed.has(key)) site.compressed.set(key, compress(body, encoding));
  const compressed = await site.compressed.get(key)!;
  send(request, response, 200, {...headers, "content-encoding": encoding}, compressed);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: Buffer
): void {
  end(
    response,
    status,
    {...headers, "content-length": String(body.byteLength)},
    request.method === "HEAD" ? undefined : body
  );
}

function end(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body?: Buffer | string
): void {
  response.writeHead(status, headers).end(body);
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(
        isTaken ? new UserError(`port in use: ${port}; choose another with --port`, {cause: error}) : error
      );
    });
    server.listen(port, host, resolve);
  });
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
