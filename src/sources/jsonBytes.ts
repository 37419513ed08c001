/** Bytes that JSON’s grammar is made of (RFC 8259). */
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const NEWLINE = 0x0a;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
const BACKSLASH = 0x5c;

export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}

export function isOpen(byte: number): boolean {
  return byte === OPEN_OBJECT || byte === OPEN_ARRAY;
}

function isClose(byte: number): boolean {
  return byte === CLOSE_OBJECT || byte === CLOSE_ARRAY;
}

/** Returns the index after the string that begins at i, or -1 if it does not end in these bytes. */
export function stringEnd(b: Buffer, i: number): number {
  for (let end = b.indexOf(QUOTE, i + 1); end >= 0; end = b.indexOf(QUOTE, end + 1)) {
    let slashes = 0;
    while (b[end - 1 - slashes] === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return -1;
}

/** Returns the index after the value that begins at i, or -1 if it does not end in these bytes. */
export function valueEnd(b: Buffer, i: number, isLast: boolean): number {
  if (b[i] === QUOTE) return stringEnd(b, i);
  if (!isOpen(b[i]!)) return scalarEnd(b, i, isLast);
  let depth = 0;
  for (let j = i; j < b.length;) {
    const byte = b[j]!;
    if (byte === QUOTE) {
      j = stringEnd(b, j);
      if (j < 0) return -1;
      continue;
    }
    j++;
    if (isOpen(byte)) depth++;
    else if (isClose(byte) && --depth === 0) return j;
  }
  return -1;
}

/** Returns the text of a key with its quotes, or null if it is not a JSON string. */
export function decodeKey(text: string): string | null {
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}

function scalarEnd(b: Buffer, i: number, isLast: boolean): number {
  let j = i;
  while (j < b.length && !isBlank(b[j]!) && b[j] !== COMMA && !isClose(b[j]!)) j++;
  return j === b.length && !isLast ? -1 : j;
}
