import {signDifference, type ByteStrings} from "./byteStrings.js";

const MAX_LENGTH = 128;
const rows = [0, 1, 2].map(() => new Uint8Array(MAX_LENGTH + 1));

/**
 * Returns the optimal string alignment distance between strings i and j: insertions, deletions, substitutions
 * and swaps of neighbours (Damerau 1964), or limit + 1 as soon as it must exceed the limit. Looks at the first
 * 128 bytes.
 */
export function editDistance(strings: ByteStrings, i: number, j: number, limit: number): number {
  const {bytes, offsets} = strings;
  let a = offsets[i]!;
  let b = offsets[j]!;
  let n = Math.min(MAX_LENGTH, offsets[i + 1]! - a);
  let m = Math.min(MAX_LENGTH, offsets[j + 1]! - b);
  if (Math.abs(n - m) > limit || signDifference(strings, i, j) > 2 * limit) return limit + 1;
  while (n && m && bytes[a] === bytes[b]) {
    a++;
    b++;
    n--;
    m--;
  }
  while (n && m && bytes[a + n - 1] === bytes[b + m - 1]) {
    n--;
    m--;
  }
  if (!n || !m) return Math.min(limit + 1, n + m);
  if (limit === 1) return n === 1 && m === 1 ? 1 : n === 2 && m === 2 && isSwapped(bytes, a, b) ? 1 : 2;
  let [before, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let y = 0; y <= m; y++) previous[y] = y;
  for (let x = 1; x <= n; x++) {
    if (fillRow(bytes, a + x - 1, b, x, m, before, previous, current) > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(limit + 1, previous[m]!);
}

function isSwapped(bytes: Uint8Array, a: number, b: number): boolean {
  return bytes[a] === bytes[b + 1] && bytes[a + 1] === bytes[b];
}

function fillRow(
  bytes: Uint8Array,
  at: number,
  b: number,
  x: number,
  m: number,
  before: Uint8Array,
  previous: Uint8Array,
  current: Uint8Array
): number {
  const byte = bytes[at]!;
  const last = x > 1 ? bytes[at - 1]! : -1;
  let least = (current[0] = x);
  for (let y = 1; y <= m; y++) {
    const other = bytes[b + y - 1]!;
    let cost = previous[y - 1]! + (byte === other ? 0 : 1);
    if (previous[y]! + 1 < cost) cost = previous[y]! + 1;
    if (current[y - 1]! + 1 < cost) cost = current[y - 1]! + 1;
    if (y > 1 && last === other && byte === bytes[b + y - 2] && before[y - 2]! + 1 < cost)
      cost = before[y - 2]! + 1;
    current[y] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
