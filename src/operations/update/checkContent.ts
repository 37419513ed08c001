import {open} from "node:fs/promises";
import {countRecords} from "./countRecords.js";
import {FetchError} from "./fetchError.js";

const TYPES = {
  json: /^(application|text)\/(.*\+)?json$|^text\/plain$|octet-stream$/,
  csv: /^(text|application)\/csv$|^text\/plain$|octet-stream$|^application\/vnd\.ms-excel$/
};

export interface ContentOptions {
  /** The mapping by which the build reads the file; null for the directory’s own files. */
  mapping: string | null;
  /** The media type that the server named; null where it named none or the source is a path. */
  contentType: string | null;
  /** Records of the last good copy; null where there is none. */
  lastRecordCount: number | null;
  /** The share of them that a new copy must have. */
  minimumShare: number;
}

/**
 * Checks a downloaded file before it may replace the last good copy, and returns its number of records.
 * Throws a FetchError for a web page (a login form, an outage notice) whatever its status was, for another
 * media type, for a file that is cut short or has no records, and for one that has lost too many of them.
 */
export async function checkContent(path: string, options: ContentOptions): Promise<number> {
  const {mapping, contentType, lastRecordCount, minimumShare} = options;
  const format = path.toLowerCase().endsWith(".csv") ? "csv" : "json";
  const start = await beginning(path);
  if (contentType === "text/html" || /^\s*<(!doctype|html|head|body|\?xml)/i.test(start))
    throw webPage(start);
  if (contentType !== null && !TYPES[format].test(contentType))
    throw new FetchError(`server sent ${contentType} where ${format} was expected`);
  const recordCount = await countRecords(path, mapping);
  if (recordCount === 0) throw new FetchError("no records in the file");
  if (lastRecordCount !== null && recordCount < lastRecordCount * minimumShare)
    throw new FetchError(
      `only ${recordCount} records where the last good copy has ${lastRecordCount}; pass --accept-smaller if that is right`
    );
  return recordCount;
}

function webPage(start: string): FetchError {
  const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1]?.trim().slice(0, 80);
  const isLogin = /type=["']?password|sign in|log ?in/i.test(start);
  const kind = isLogin ? "a login page" : "a web page";
  return new FetchError(`server sent ${kind}${title ? ` (“${title}”)` : ""} instead of the file`);
}

async function beginning(path: string): Promise<string> {
  const file = await open(path);
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(16_384), 0, 16_384, 0);
    return buffer.toString("utf8", 0, bytesRead).replace(/^\uFEFF/, "");
  } finally {
    await file.close();
  }
}
