import type {IncomingMessage} from "node:http";
import {FetchError} from "./fetchError.js";
import {type Received, receiveBody} from "./receive.js";
import {request} from "./request.js";

export interface Validators {
  etag?: string;
  lastModified?: string;
}

export interface DownloadOptions {
  headers: Record<string, string>;
  /** Hosts, besides the address’s own, to which a redirect may lead. */
  hosts: string[];
  /** What the server said of the copy at hand, so that it can answer “not modified”. */
  validators: Validators;
  limits: Record<string, number>;
  now: () => Date;
}

export type Downloaded =
  | {status: "not_modified"}
  | ({status: "fetched"; contentType: string | null; validators: Validators} & Received);

/**
 * Makes one attempt to download an address into a new file, following permitted redirects. Throws a
 * FetchError; it is transient where the same request may succeed later.
 */
export async function download(from: URL, target: string, options: DownloadOptions): Promise<Downloaded> {
  const {limits, validators} = options;
  const signal = AbortSignal.timeout(limits.fetch_total_timeout_s! * 1000);
  const response = await follow(from, {...options, signal});
  try {
    if (response.statusCode === 304 && (validators.etag || validators.lastModified))
      return {status: "not_modified"};
    if (response.statusCode !== 200) throw refusal(response, options.now());
    const maximumBytes = limits.fetch_maximum_mb! * 1e6;
    const received = await receiveBody(response, target, {maximumBytes, signal});
    return {
      status: "fetched",
      contentType: mediaType(response),
      validators: validatorsOf(response),
      ...received
    };
  } finally {
    response.destroy();
  }
}

async function follow(
  from: URL,
  {headers, hosts, validators, limits, signal}: DownloadOptions & {signal: AbortSignal}
): Promise<IncomingMessage> {
  const conditional = {
    ...(validators.etag && {"if-none-match": validators.etag}),
    ...(validators.lastModified && {"if-modified-since": validators.lastModified})
  };
  const common = {
    accept: "*/*",
    "accept-encoding": "gzip, identity",
    "user-agent": "recovery-workbench",
    ...conditional
  };
  const seen = new Set<string>();
  for (let url = from; ;) {
    if (seen.has(url.href)) throw new FetchError(`redirect loop at ${url.host}`);
    if (seen.size > limits.fetch_redirect_limit!)
      throw new FetchError(`more than ${limits.fetch_redirect_limit} redirects from ${from.host}`);
    seen.add(url.href);
    const response = await request(url, {
      headers: {...common, ...(url.origin === from.origin && headers)},
      connectTimeoutMs: limits.fetch_connect_timeout_s! * 1000,
      idleTimeoutMs: limits.fetch_idle_timeout_s! * 1000,
      signal
    });
    const location = isRedirect(response) ? response.headers.location : undefined;
    if (location === undefined) return response;
    response.destroy();
    url = permitted(new URL(location, url), {from, hosts});
  }
}

function permitted(to: URL, {from, hosts}: {from: URL; hosts: string[]}): URL {
  if (to.host !== from.host && !hosts.includes(to.host))
    throw new FetchError(`redirected to ${to.host}, which is not configured; add it to hosts if it is right`);
  if (to.protocol !== from.protocol && to.protocol !== "https:")
    throw new FetchError(`redirected to ${to.protocol}//${to.host}, which is not secure`);
  to.username = to.host === from.host ? from.username : "";
  to.password = to.host === from.host ? from.password : "";
  return to;
}

function isRedirect({statusCode}: IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode ?? 0);
}

function refusal({statusCode = 0, headers}: IncomingMessage, now: Date): FetchError {
  const isTransient = statusCode >= 500 || [408, 425, 429].includes(statusCode);
  const retryAfterMs = retryAfter(headers["retry-after"] ?? "0", now);
  return new FetchError(`server answered ${statusCode}`, {isTransient, retryAfterMs});
}

function retryAfter(value: string, now: Date): number {
  return /^\d+$/.test(value) ? Number(value) * 1000 : Math.max(0, Date.parse(value) - now.getTime()) || 0;
}

function mediaType({headers}: IncomingMessage): string | null {
  return headers["content-type"]?.split(";")[0]!.trim().toLowerCase() ?? null;
}

function validatorsOf({headers}: IncomingMessage): Validators {
  return {
    ...(headers.etag && {etag: headers.etag}),
    ...(headers["last-modified"] && {lastModified: headers["last-modified"]})
  };
}
