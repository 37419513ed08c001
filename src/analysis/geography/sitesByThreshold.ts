/** Two records, by number, that describe one place with the given probability. */
export interface LikelyPair {
  a: number;
  b: number;
  probability: number;
}

/**
 * Returns how many places the records are at each threshold, if all pairs at or above it were put together, and
 * whatever they are linked to with them (single linkage). Thresholds may come in any order; so may pairs.
 */
export function sitesByThreshold(recordCount: number, pairs: LikelyPair[], thresholds: number[]): number[] {
  const parent = Int32Array.from({length: recordCount}, (_, i) => i);
  const rootOf = (record: number): number => {
    while (parent[record] !== record) record = parent[record] = parent[parent[record]!]!;
    return record;
  };
  const likeliest = pairs.toSorted((x, y) => y.probability - x.probability);
  const order = Array.from(thresholds.keys()).sort((i, j) => thresholds[j]! - thresholds[i]!);
  const counts = new Array<number>(thresholds.length);
  let [next, sites] = [0, recordCount];
  for (const i of order) {
    for (; next < likeliest.length && likeliest[next]!.probability >= thresholds[i]!; next++) {
      const [a, b] = [rootOf(likeliest[next]!.a), rootOf(likeliest[next]!.b)];
      if (a === b) continue;
      parent[Math.max(a, b)] = Math.min(a, b);
      sites--;
    }
    counts[i] = sites;
  }
  return counts;
}
