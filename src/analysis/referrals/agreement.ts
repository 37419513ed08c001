/** Counts the nodes that each pair of groups, one of either partition, has in common. */
function overlaps(first: ArrayLike<number>, second: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  const stride = first.length + 1;
  for (let v = 0; v < first.length; v++) {
    const key = first[v]! * stride + second[v]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function sizesOf(groups: ArrayLike<number>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (let v = 0; v < groups.length; v++) sizes.set(groups[v]!, (sizes.get(groups[v]!) ?? 0) + 1);
  return sizes;
}

const pairs = (count: number) => (count * (count - 1)) / 2;
const sumOfPairs = (counts: Map<number, number>) => {
  let sum = 0;
  for (const count of counts.values()) sum += pairs(count);
  return sum;
};

/**
 * Returns the adjusted Rand index of two partitions (Hubert and Arabie, 1985): 1 if they are the same, near 0 if
 * they agree no more than chance. Group numbers lie between 0 and the number of nodes.
 */
export function adjustedRandIndex(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const together = sumOfPairs(overlaps(first, second));
  const [inFirst, inSecond] = [sumOfPairs(sizesOf(first)), sumOfPairs(sizesOf(second))];
  const expected = (inFirst * inSecond) / pairs(first.length);
  const largest = (inFirst + inSecond) / 2;
  return largest === expected ? 1 : (together - expected) / (largest - expected);
}

/**
 * Returns, for each group of the first partition, the share of its pairs of members that the second keeps
 * together: 1 for a group that stays whole. Groups of one count as whole.
 */
export function keptTogether(first: ArrayLike<number>, second: ArrayLike<number>): Float64Array {
  const sizes = sizesOf(first);
  const stride = first.length + 1;
  const kept = new Float64Array(sizes.size);
  for (const [key, count] of overlaps(first, second)) kept[Math.floor(key / stride)]! += pairs(count);
  return kept.map((sum, group) => (sizes.get(group)! > 1 ? sum / pairs(sizes.get(group)!) : 1));
}
