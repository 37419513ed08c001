const CLAMP = 12;
/** Weight from which a pair counts as decided by a person and is not limited. */
export const DECIDED = 1e6;
const TOLERANCE = 2;

/**
 * Splits a linked group of records where the evidence between its parts speaks against one entity. weights[i][j]
 * is the match weight of every two members less the threshold’s. Members are joined step by step, always the
 * two parts with the highest mean weight between them, as long as it is positive (average linkage); so one
 * strong pair cannot chain two groups that otherwise disagree. A weight counts at most 12 bits either way.
 * Returns the part of each member, numbered by its first member.
 */
export function splitCluster(weights: number[][]): number[] {
  const parts = weights.map((_, i) => [i]);
  const sums = weights.map((row) => row.map(clamped));
  for (;;) {
    const best = bestMerge(parts, sums);
    if (!best) break;
    const [i, j] = best;
    parts[i]!.push(...parts[j]!);
    parts.splice(j, 1);
    for (const [k, row] of sums.entries()) if (k !== i && k !== j) row[i]! += row[j]!;
    sums[i] = sums[i]!.map((total, k) => (k === i || k === j ? 0 : total + sums[j]![k]!));
    sums.splice(j, 1);
    for (const row of sums) row.splice(j, 1);
  }
  const labels = Array<number>(weights.length).fill(0);
  for (const part of parts) for (const member of part) labels[member] = Math.min(...part);
  return labels;
}

function clamped(weight: number): number {
  return Math.abs(weight) >= DECIDED ? weight : Math.max(-CLAMP, Math.min(CLAMP, weight));
}

function bestMerge(parts: number[][], sums: number[][]): [number, number] | undefined {
  let [best, pair]: [number, [number, number] | undefined] = [-TOLERANCE, undefined];
  for (let i = 0; i < parts.length; i++)
    for (let j = i + 1; j < parts.length; j++) {
      const mean = sums[i]![j]! / (parts[i]!.length * parts[j]!.length);
      if (mean > best) [best, pair] = [mean, [i, j]];
    }
  return pair;
}
