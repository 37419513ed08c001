import type {ListColumn} from "./listColumn.js";

/** Returns, for each list, the number of the first list that holds the same ids in the same order. */
export function equalLists({offsets, ids}: ListColumn): Int32Array {
  const count = offsets.length - 1;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(-1);
  const firsts = new Int32Array(count);
  for (let list = 0; list < count; list++) {
    const [start, end] = [offsets[list]!, offsets[list + 1]!];
    let slot = hashOf(ids, start, end) & (slots.length - 1);
    for (let known = slots[slot]!; known >= 0; known = slots[slot]!) {
      if (isSame(ids, start, end, offsets[known]!, offsets[known + 1]!)) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot]! < 0) slots[slot] = list;
    firsts[list] = slots[slot]!;
  }
  return firsts;
}

/** Multiplies and mixes 32 bits a step, after MurmurHash3 (Appleby). */
function hashOf(ids: Int32Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ ids[i]!, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function isSame(ids: Int32Array, start: number, end: number, from: number, to: number): boolean {
  if (end - start !== to - from) return false;
  for (let i = start, j = from; i < end; i++, j++) if (ids[i] !== ids[j]) return false;
  return true;
}
