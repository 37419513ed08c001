import type {ComparedPairs} from "./comparePairs.js";

/** The different rows of many compared pairs, and how many pairs show each. */
export interface PairPatterns extends ComparedPairs {
  joined: Uint8Array;
  counts: Int32Array;
}

/**
 * Puts pairs together that agree alike, to the last bit of rarity, in the order of their first occurrence. Of
 * a hundred pairs often five are different, so that learning from patterns takes a twentieth of the time.
 */
export function pairPatterns(pairs: ComparedPairs): PairPatterns {
  const {count, width, levels, rarity, joined = new Uint8Array(count)} = pairs;
  const bits = new Int32Array(rarity.buffer, rarity.byteOffset, rarity.length);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(-1);
  const firsts: number[] = [];
  const counts = new Int32Array(count);
  const isSame = (i: number, j: number) => {
    if (joined[i] !== joined[j]) return false;
    for (let c = 0; c < width; c++)
      if (levels[i * width + c] !== levels[j * width + c] || bits[i * width + c] !== bits[j * width + c])
        return false;
    return true;
  };
  for (let i = 0; i < count; i++) {
    let slot = (hashOf(levels, bits, i * width, width) + joined[i]!) & (slots.length - 1);
    while (slots[slot]! >= 0 && !isSame(firsts[slots[slot]!]!, i)) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot]! < 0) slots[slot] = firsts.push(i) - 1;
    counts[slots[slot]!]!++;
  }
  const rows = rowsOf(pairs, firsts);
  return {
    count: rows.count,
    width,
    levels: rows.levels,
    rarity: rows.rarity,
    counts: counts.slice(0, firsts.length),
    joined: Uint8Array.from(firsts, (i) => joined[i]!)
  };
}

/** Multiplies and mixes 32 bits a step, after MurmurHash3 (Appleby). */
function hashOf(levels: Int8Array, bits: Int32Array, at: number, width: number): number {
  let hash = width;
  for (let c = at; c < at + width; c++) {
    hash = Math.imul(hash ^ (bits[c]! + levels[c]!), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function rowsOf({width, levels, rarity}: ComparedPairs, rows: number[]): ComparedPairs {
  const count = rows.length;
  const picked = {
    count,
    width,
    levels: new Int8Array(count * width),
    rarity: new Float32Array(count * width)
  };
  for (const [i, row] of rows.entries()) {
    picked.levels.set(levels.subarray(row * width, (row + 1) * width), i * width);
    picked.rarity.set(rarity.subarray(row * width, (row + 1) * width), i * width);
  }
  return picked;
}
