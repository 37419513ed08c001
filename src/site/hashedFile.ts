const HASHED = /(?:^|\/)_(file|npm|import|observablehq|duckdb|node|jsr)\/.*\b[0-9a-f]{8}\.\w+$/;
const HASH = /\b[0-9a-f]{8}(?=\.\w+$)/;

/** Says whether a path names a file with a hash of its contents in its name, which may be kept for ever. */
export function isHashed(path: string): boolean {
  return HASHED.test(path);
}

/** Returns what is the same in the names of all versions of a hashed file. */
export function withoutHash(path: string): string {
  return path.replace(HASH, "");
}
