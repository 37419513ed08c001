/** Pairs of record numbers, a below b. */
export interface RecordPairs {
  a: Int32Array;
  b: Int32Array;
}

/** Puts pairs together, in the order given. */
export function joinPairs(parts: RecordPairs[]): RecordPairs {
  const count = parts.reduce((sum, {a}) => sum + a.length, 0);
  const joined = {a: new Int32Array(count), b: new Int32Array(count)};
  let at = 0;
  for (const {a, b} of parts) {
    joined.a.set(a, at);
    joined.b.set(b, at);
    at += a.length;
  }
  return joined;
}

/**
 * Returns up to the given number of random pairs of records, all of them where there are no more. With a
 * boundary, records below it belong to one file and the others to a second, and pairs join the two. Repeats
 * for the same input.
 */
export function randomPairs(records: number, limit: number, boundary = 0): RecordPairs {
  const all = boundary ? boundary * (records - boundary) : (records * (records - 1)) / 2;
  if (all <= limit) return everyPair(records, all, boundary);
  const next = randomNumbers(0x9e3779b9);
  const pairs = {a: new Int32Array(limit), b: new Int32Array(limit)};
  for (let i = 0; i < limit; i++) {
    let a = Math.floor(next() * (boundary || records));
    let b = boundary ? boundary + Math.floor(next() * (records - boundary)) : a;
    while (a === b) b = Math.floor(next() * records);
    if (a > b) [a, b] = [b, a];
    pairs.a[i] = a;
    pairs.b[i] = b;
  }
  return pairs;
}

function everyPair(records: number, count: number, boundary: number): RecordPairs {
  const pairs = {a: new Int32Array(count), b: new Int32Array(count)};
  let i = 0;
  for (let a = 0; a < (boundary || records); a++)
    for (let b = boundary || a + 1; b < records; b++) {
      pairs.a[i] = a;
      pairs.b[i++] = b;
    }
  return pairs;
}

/** Returns a generator of uniform numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
