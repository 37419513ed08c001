/**
 * A seeded stream of random numbers: sfc32 (C. Doty-Humphrey, PractRand). The same seed, purpose and index
 * always give the same stream, so that any part of the sample can be made without making what comes before it.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number, purpose: string, index = 0) {
    this.a = mix(seed | 0, 0x9e3779b9);
    this.b = mix(hash(purpose), this.a);
    this.c = mix(index | 0, this.b);
    for (let i = 0; i < 8; i++) this.next();
  }

  /** Returns a number of at least 0 and below 1. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  }

  /** Returns a whole number of at least 0 and below the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Returns a number of the standard normal distribution, nearly: twelve uniform ones (Irwin–Hall), within ±6. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.next();
    return sum;
  }
}

/** Puts the list into a random order, in place (R. Durstenfeld, 1964), and returns it. */
export function shuffle<T extends Uint8Array | Int32Array>(list: T, random: Random): T {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const value = list[i]!;
    list[i] = list[j]!;
    list[j] = value;
  }
  return list;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

function mix(value: number, salt: number): number {
  let x = Math.imul(value ^ salt ^ (value >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
