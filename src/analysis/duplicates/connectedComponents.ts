/**
 * Returns, for each of count records, the smallest record number among those that the given pairs link it to,
 * directly or through others (union–find with path halving, Tarjan 1975).
 */
export function connectedComponents(count: number, a: ArrayLike<number>, b: ArrayLike<number>): Int32Array {
  const parents = Int32Array.from({length: count}, (_, record) => record);
  const root = (record: number) => {
    while (parents[record] !== record) {
      parents[record] = parents[parents[record]!]!;
      record = parents[record]!;
    }
    return record;
  };
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [root(a[i]!), root(b[i]!)];
    if (x < y) parents[y] = x;
    else parents[x] = y;
  }
  for (let record = 0; record < count; record++) parents[record] = root(record);
  return parents;
}
