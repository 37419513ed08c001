const CLAMP = 12;
/** Weight from which a pair counts as decided by a person and is not limited. */
export const DECIDED = 1e6;
/** Bits below the threshold down to which two parts are joined, unless told otherwise. */
const TOLERANCE = 2;

/**
 * Splits a linked group of records where the evidence between its parts speaks against one entity. weights[i][j]
 * is the match weight of every two members less the threshold’s. Members are joined step by step, always the
 * two parts with the highest mean weight between them, as long as it lies above −tolerance (average linkage); so
 * one strong pair cannot chain two groups that otherwise disagree. A weight counts at most 12 bits either way.
 * Returns the part of each member, numbered by its first member. Follows chains of nearest neighbours, which give
 * the same parts in time that grows with the square of the members (Murtagh 1983).
 */
export function splitCluster(weights: ArrayLike<number>[], tolerance = TOLERANCE): number[] {
  const state: State = {
    sums: weights.map((row) => Float64Array.from(row, clamped)),
    parts: weights.map((_, i) => [i]),
    active: new Set(weights.keys())
  };
  const chain: number[] = [];
  for (const start of weights.keys()) {
    if (state.active.has(start)) chain.push(start);
    while (chain.length) {
      const tip = chain.at(-1)!;
      const next = nearest(state, tip, chain.at(-2));
      if (next === undefined || meanWeight(state, tip, next) <= -tolerance) state.active.delete(chain.pop()!);
      else if (next !== chain.at(-2)) chain.push(next);
      else {
        chain.length -= 2;
        merge(state, Math.min(tip, next), Math.max(tip, next));
        // A chain’s first part may have been merged into a part that comes later.
        if (!chain.length) chain.push(Math.min(tip, next));
      }
    }
  }
  const labels = Array<number>(weights.length).fill(0);
  for (const part of state.parts) for (const member of part) labels[member] = Math.min(...part);
  return labels;
}

function clamped(weight: number): number {
  return Math.abs(weight) >= DECIDED ? weight : Math.max(-CLAMP, Math.min(CLAMP, weight));
}

interface State {
  /** Sum of the weights between every two parts. */
  sums: Float64Array[];
  /** Members of each part; a part that was merged into another has none. */
  parts: number[][];
  /** Parts that may still be joined to others. */
  active: Set<number>;
}

function meanWeight({sums, parts}: State, i: number, j: number): number {
  return sums[i]![j]! / (parts[i]!.length * parts[j]!.length);
}

/** Returns the active part of the highest mean weight; the one before in the chain among equals, so that it ends. */
function nearest({sums, parts, active}: State, tip: number, before: number | undefined): number | undefined {
  const row = sums[tip]!;
  let best = before;
  let most = before === undefined ? -Infinity : row[before]! / parts[before]!.length;
  for (const part of active) {
    const mean = row[part]! / parts[part]!.length;
    if (mean > most && part !== tip) [best, most] = [part, mean];
  }
  return best;
}

function merge({sums, parts, active}: State, kept: number, gone: number): void {
  parts[kept]!.push(...parts[gone]!);
  parts[gone] = [];
  active.delete(gone);
  const [into, from] = [sums[kept]!, sums[gone]!];
  for (const part of active) sums[part]![kept] = into[part] = into[part]! + from[part]!;
}
