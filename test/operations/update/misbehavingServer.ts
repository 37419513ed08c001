import {readFileSync} from "node:fs";
import http, {type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {gzipSync} from "node:zlib";

export interface MisbehavingServer {
  /** Such as http://127.0.0.1:41234. */
  origin: string;
  host: string;
  /** Every request so far. */
  requests: {path: string; headers: http.IncomingHttpHeaders}[];
  /** Answers the path in this way from now on. */
  answer(path: string, behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Answers the nth request (from 1) for a path. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage, nth: number) => void;

/** Starts a real HTTP server on the loopback address that answers as it is told, well or badly. */
export async function startMisbehavingServer(): Promise<MisbehavingServer> {
  const behaviours = new Map<string, Behaviour>();
  const counts = new Map<string, number>();
  const requests: MisbehavingServer["requests"] = [];
  const server = http.createServer((request, response) => {
    const path = new URL(request.url!, "http://server").pathname;
    requests.push({path: request.url!, headers: request.headers});
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const behaviour = behaviours.get(path) ?? status(404);
    behaviour(response, request, counts.get(path)!);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    requests,
    answer: (path, behaviour) => void behaviours.set(path, behaviour),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}

export const status =
  (code: number, headers: http.OutgoingHttpHeaders = {}): Behaviour =>
  (response) =>
    response.writeHead(code, headers).end();

export const body =
  (text: string, headers: http.OutgoingHttpHeaders = {"content-type": "application/json"}): Behaviour =>
  (response) =>
    response.writeHead(200, headers).end(text);

/** A file with an ETag and a Last-Modified, answered 304 to whoever has it. */
export const versioned =
  (text: string, etag: string): Behaviour =>
  (response, request) =>
    request.headers["if-none-match"] === etag
      ? response.writeHead(304).end()
      : response
          .writeHead(200, {
            "content-type": "application/json",
            etag,
            "last-modified": "Sun, 01 Nov 2026 00:00:00 GMT"
          })
          .end(text);

export const servedFile =
  (path: string): Behaviour =>
  (response) =>
    response.writeHead(200, {"content-type": "application/json"}).end(readFileSync(path));

export const redirect = (location: string): Behaviour => status(302, {location});

export const gzipped =
  (text: string): Behaviour =>
  (response) =>
    response
      .writeHead(200, {"content-type": "application/json", "content-encoding": "gzip"})
      .end(gzipSync(text));

/** Resets the connection before a byte of the answer. */
export const reset: Behaviour = (response) => void response.socket!.resetAndDestroy();

/** Promises more bytes than it sends, then closes. */
export const truncated =
  (text: string): Behaviour =>
  (response) => {
    response.writeHead(200, {"content-type": "application/json", "content-length": text.length * 2});
    response.write(text, () => response.socket!.end());
  };

/** Closes in the middle without having promised a length, as HTTP/1.0 servers do. */
export const cutShort =
  (text: string): Behaviour =>
  (response) => {
    response.socket!.end(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${text}`);
  };

/** Sends one byte every few milliseconds, for ever. */
export const drip =
  (everyMs: number): Behaviour =>
  (response) => {
    response.writeHead(200, {"content-type": "application/json"});
    const timer = setInterval(() => response.write(" "), everyMs);
    response.on("close", () => clearInterval(timer));
  };

/** Sends a head and the start of a body, then nothing more. */
export const stall: Behaviour = (response) => {
  response.writeHead(200, {"content-type": "application/json"});
  response.write("[");
};

/** Accepts the request and never answers. */
export const silence: Behaviour = () => undefined;
