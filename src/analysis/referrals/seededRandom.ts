/**
 * Returns a generator of numbers in [0, 1) that gives the same sequence for the same seed (mulberry32,
 * T. Ettinger, 2017: 32 bits of state, passes gjrand). Not for secrets.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Returns the numbers 0 to count − 1 in a random order (Fisher–Yates). */
export function shuffled(count: number, random: () => number): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swap = order[i]!;
    order[i] = order[j]!;
    order[j] = swap;
  }
  return order;
}

const BLOCK = 512;

/**
 * Returns the numbers 0 to count − 1 in an order that is random within blocks and among blocks of 512. Where numbers
 * near each other stand for neighbours, whoever visits them in this order finds most of what it needs in the
 * processor’s cache.
 */
export function shuffledInBlocks(count: number, random: () => number): Int32Array {
  const order = new Int32Array(count);
  let end = 0;
  for (const block of shuffled(Math.ceil(count / BLOCK), random)) {
    const first = block * BLOCK;
    const size = Math.min(BLOCK, count - first);
    for (let i = 0; i < size; i++) {
      const j = Math.floor(random() * (i + 1));
      order[end + i] = order[end + j]!;
      order[end + j] = first + i;
    }
    end += size;
  }
  return order;
}
