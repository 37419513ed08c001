const EMPTY = -1;

/**
 * A set of pairs of nodes, in either order, in one typed array of a fixed size: open addressing with linear probing
 * (Knuth, The Art of Computer Programming, volume 3, 6.4, algorithms L and R). A Set of JavaScript holds 2^24 at most.
 */
export class PairSet {
  private readonly slots: Float64Array;
  private readonly mask: number;

  /** Has room for the given number of pairs of nodes numbered below nodeCount. */
  constructor(
    private readonly nodeCount: number,
    capacity: number
  ) {
    const size = 2 ** Math.ceil(Math.log2(1.5 * capacity + 2));
    this.slots = new Float64Array(size).fill(EMPTY);
    this.mask = size - 1;
  }

  has(a: number, b: number): boolean {
    return this.slots[this.find(this.keyOf(a, b))] !== EMPTY;
  }

  add(a: number, b: number): void {
    const key = this.keyOf(a, b);
    this.slots[this.find(key)] = key;
  }

  delete(a: number, b: number): void {
    const {slots, mask} = this;
    let hole = this.find(this.keyOf(a, b));
    if (slots[hole] === EMPTY) return;
    // Whatever can no longer be found across the hole moves into it.
    for (let i = (hole + 1) & mask; slots[i] !== EMPTY; i = (i + 1) & mask) {
      const home = this.homeOf(slots[i]!);
      if (((i - home) & mask) < ((i - hole) & mask)) continue;
      slots[hole] = slots[i]!;
      hole = i;
    }
    slots[hole] = EMPTY;
  }

  private keyOf(a: number, b: number): number {
    return Math.min(a, b) * this.nodeCount + Math.max(a, b);
  }

  private find(key: number): number {
    let slot = this.homeOf(key);
    while (this.slots[slot] !== EMPTY && this.slots[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }

  private homeOf(key: number): number {
    const low = Math.imul(key | 0, 0x9e3779b1);
    const mixed = Math.imul(low ^ (low >>> 15) ^ Math.floor(key / 4294967296), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) & this.mask;
  }
}
