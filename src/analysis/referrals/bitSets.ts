/** A set of terms for each of a number of owners, one bit a term; set i occupies words i · stride onwards. */
export interface BitSets {
  words: Int32Array;
  stride: number;
}

/** Builds the sets from parallel arrays: owner i holds term i. Owners and terms are numbered from 0. */
export function bitSets(ownerCount: number, owners: ArrayLike<number>, terms: ArrayLike<number>): BitSets {
  let last = 0;
  for (let i = 0; i < terms.length; i++) last = Math.max(last, terms[i]!);
  const stride = (last >>> 5) + 1;
  const words = new Int32Array(ownerCount * stride);
  for (let i = 0; i < terms.length; i++)
    words[owners[i]! * stride + (terms[i]! >>> 5)]! |= 1 << (terms[i]! & 31);
  return {words, stride};
}

/** Tells whether two owners share a term. */
export function shareTerm({words, stride}: BitSets, a: number, b: number): boolean {
  for (let k = 0; k < stride; k++) if ((words[a * stride + k]! & words[b * stride + k]!) !== 0) return true;
  return false;
}

/** Returns how many of 32 bits are set (H. S. Warren, Hacker’s Delight, 2nd edition, figure 5-2). */
export function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
