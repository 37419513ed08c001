/** How natural it is to refer from one step of the continuum of care to another: 0 to 1. */
export interface Handoff {
  from: number;
  to: number;
  value: number;
}

/** The best handoff between any two sets of steps, looked up at left · size + right. */
export interface HandoffTable {
  size: number;
  values: Float64Array;
  /** Index of the handoff in the list, or −1 where neither fills a gap of the other. */
  best: Int16Array;
  /** 1 where the left set refers to the right one, −1 where the right refers to the left, 0 where there is none. */
  directions: Int8Array;
}

/**
 * Builds the table for all sets of the given number of steps, as bit masks. A handoff from A to B counts if A has
 * its first step, and B its second, which A does not have itself. Of equal ones the earlier in the list counts, and
 * left to right before right to left.
 */
export function handoffTable(stepCount: number, handoffs: Handoff[]): HandoffTable {
  const size = 1 << stepCount;
  const values = new Float64Array(size * size);
  const best = new Int16Array(size * size).fill(-1);
  const directions = new Int8Array(size * size);
  const fills = (a: number, b: number, {from, to}: Handoff) =>
    (a >> from) & 1 && (b >> to) & 1 && !((a >> to) & 1);
  for (let left = 0; left < size; left++) {
    for (let right = 0; right < size; right++) {
      const entry = left * size + right;
      handoffs.forEach((handoff, index) => {
        if (handoff.value <= values[entry]!) return;
        const direction = fills(left, right, handoff) ? 1 : fills(right, left, handoff) ? -1 : 0;
        if (direction === 0) return;
        values[entry] = handoff.value;
        best[entry] = index;
        directions[entry] = direction;
      });
    }
  }
  return {size, values, best, directions};
}
