export interface ByteRange {
  start: number;
  /** The last byte, included. */
  end: number;
}

/**
 * Parses a Range header of one range (RFC 9110, section 14). Returns undefined for a header that is to be
 * ignored, such as one of several ranges, and null for a range that the file cannot satisfy.
 */
export function byteRange(header: string | undefined, byteCount: number): ByteRange | null | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (!match[1] && !match[2])) return undefined;
  const [, first, last] = match;
  const start = first ? Number(first) : Math.max(0, byteCount - Number(last));
  const end = first && last ? Math.min(Number(last), byteCount - 1) : byteCount - 1;
  if (first && last && Number(last) < Number(first)) return undefined;
  return start < byteCount && start <= end ? {start, end} : null;
}
