/** How well found pairs agree with the true ones; shares are 0 where nothing was found or there is nothing to find. */
export interface PairMetrics {
  found: number;
  truth: number;
  correct: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Returns precision, recall and their harmonic mean. */
export function pairMetrics(correct: number, found: number, truth: number): PairMetrics {
  const precision = found ? correct / found : 0;
  const recall = truth ? correct / truth : 0;
  const f1 = found + truth ? (2 * correct) / (found + truth) : 0;
  return {found, truth, correct, precision, recall, f1};
}

/** Compares two groupings of the same records by the pairs that share a group. Null groups stand alone. */
export function clusterMetrics(clusters: ArrayLike<number>, truth: (string | null)[]): PairMetrics {
  const [found, real, both] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>()
  ];
  const count = (groups: Map<string, number>, key: string) => groups.set(key, (groups.get(key) ?? 0) + 1);
  for (const [record, entity] of truth.entries()) {
    count(found, String(clusters[record]));
    if (entity === null) continue;
    count(real, entity);
    count(both, `${clusters[record]} ${entity}`);
  }
  return pairMetrics(pairsWithin(both), pairsWithin(found), pairsWithin(real));
}

function pairsWithin(groups: Map<string, number>): number {
  let pairs = 0;
  for (const size of groups.values()) pairs += (size * (size - 1)) / 2;
  return pairs;
}
