/** Numbers 64-bit keys from 0, by open addressing over their two halves. */
export interface KeyCodes {
  /** Number of different keys so far. */
  count(): number;
  /** Returns the number of the key, a new one if it has none. */
  add(low: number, high: number): number;
  /** Returns the number of the key, or −1. */
  find(low: number, high: number): number;
}

/** Makes an empty numbering with room for the given number of different keys. */
export function keyCodes(most: number): KeyCodes {
  const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const slots = new Int32Array(size).fill(-1);
  const keys = new Int32Array(2 * most);
  let count = 0;
  const slotOf = (low: number, high: number) => {
    let slot = mixed(low, high) & (size - 1);
    for (let code = slots[slot]!; code >= 0; code = slots[slot]!) {
      if (keys[2 * code] === low && keys[2 * code + 1] === high) break;
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  };
  return {
    count: () => count,
    find: (low, high) => slots[slotOf(low | 0, high | 0)]!,
    add(low, high) {
      const slot = slotOf(low | 0, high | 0);
      if (slots[slot]! >= 0) return slots[slot]!;
      keys[2 * count] = low;
      keys[2 * count + 1] = high;
      return (slots[slot] = count++);
    }
  };
}

/** Numbers different 64-bit keys in ascending order. */
export function orderedKeyCodes(keys: BigUint64Array): KeyCodes {
  const ordered = keys.slice().sort();
  const codes = keyCodes(ordered.reduce((count, key, i) => count + Number(key !== ordered[i - 1]), 0));
  const halves = new Int32Array(ordered.buffer);
  for (let i = 0; i < halves.length; i += 2) codes.add(halves[i]!, halves[i + 1]!);
  return codes;
}

/** Mixes both halves (after MurmurHash3, Appleby). */
function mixed(low: number, high: number): number {
  let hash = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ high;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
