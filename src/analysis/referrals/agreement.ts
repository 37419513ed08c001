/** How far one partition of nodes agrees with another. */
export interface Agreement {
  /**
   * Adjusted Rand index (Hubert and Arabie, 1985): 1 if the partitions are the same, near 0 if they agree no more than
   * chance.
   */
  index: number;
  /** For each group of the first, the share of its pairs of members that the second keeps together; 1 for a group of one. */
  kept: Float64Array;
}

const pairs = (count: number) => (count * (count - 1)) / 2;

/** Compares two partitions of the same nodes, whose groups are numbered from 0. */
export function agreementOf(first: Int32Array, second: Int32Array): Agreement {
  const {members, starts} = membersOf(first);
  const sizes = sizesOf(second);
  const together = new Int32Array(sizes.length);
  const kept = new Float64Array(starts.length - 1);
  let [inFirst, inBoth] = [0, 0];
  for (let group = 0; group < kept.length; group++) {
    const [from, to] = [starts[group]!, starts[group + 1]!];
    let sum = 0;
    // Each member forms a pair with every one before it that lies in the same group of the second.
    for (let i = from; i < to; i++) sum += together[second[members[i]!]!]!++;
    for (let i = from; i < to; i++) together[second[members[i]!]!] = 0;
    kept[group] = to - from > 1 ? sum / pairs(to - from) : 1;
    inFirst += pairs(to - from);
    inBoth += sum;
  }
  const inSecond = sizes.reduce((sum, size) => sum + pairs(size), 0);
  const expected = (inFirst * inSecond) / pairs(first.length);
  const largest = (inFirst + inSecond) / 2;
  return {index: largest === expected ? 1 : (inBoth - expected) / (largest - expected), kept};
}

function sizesOf(groups: Int32Array): Float64Array {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const sizes = new Float64Array(count);
  for (const group of groups) sizes[group]!++;
  return sizes;
}

/** Lists nodes group by group: those of group g are members[starts[g]] up to members[starts[g + 1] − 1]. */
function membersOf(groups: Int32Array) {
  const sizes = sizesOf(groups);
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, group) => (starts[group + 1] = starts[group]! + size));
  const members = new Int32Array(groups.length);
  const cursor = starts.slice();
  for (let v = 0; v < groups.length; v++) members[cursor[groups[v]!]!++] = v;
  return {members, starts};
}
