/** Compares as DuckDB orders: numbers by size, text by code unit, null last. */
export function ascending(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Sorts by name and then by id, as the lists of organizations are. */
export function byName(a: {name: string; id: string}, b: {name: string; id: string}): number {
  return ascending(a.name, b.name) || ascending(a.id, b.id);
}

/** Groups by a key, in order of first appearance. */
export function grouped<T, K>(items: T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
