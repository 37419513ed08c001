import type {Links} from "./clusterRecords.js";
import {strongPairs} from "./strongPairs.js";

/** Share of linked records with two partners or more below which these are taken for errors. */
const RARE = 0.15;

/**
 * Returns the positions of the pairs between two files that stand. Where nearly all linked records of a file
 * have one partner, the other file holds no duplicates, and each record keeps its strongest pair alone; where
 * many have several, all stand. Each file is judged by itself. Ties keep both pairs.
 */
export function bestMatches(pairs: Links, threshold: number): number[] {
  const strong = strongPairs(pairs.weights, threshold);
  const best = [pairs.a, pairs.b].map((side) => strongest(side, pairs.weights, strong));
  return strong.filter((i) =>
    [pairs.a, pairs.b].every((side, k) => !best[k] || best[k].get(side[i]!) === pairs.weights[i])
  );
}

/** Returns the weight of each record’s strongest pair, or nothing where the file’s records often have several partners. */
function strongest(
  side: ArrayLike<number>,
  weights: ArrayLike<number>,
  strong: number[]
): Map<number, number> | undefined {
  const best = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const i of strong) {
    const record = side[i]!;
    counts.set(record, (counts.get(record) ?? 0) + 1);
    best.set(record, Math.max(weights[i]!, best.get(record) ?? -Infinity));
  }
  const several = [...counts.values()].filter((count) => count > 1).length;
  return several < RARE * counts.size ? best : undefined;
}
