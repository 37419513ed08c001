interface Ends {
  sources: ArrayLike<number>;
  targets: ArrayLike<number>;
}

/**
 * Returns how much ties keep to their own kind (Newman, 2003): 1 if all ties join nodes of one kind, 0 if they
 * ignore it, below 0 if they avoid it. NaN where all ends are of one kind.
 */
export function assortativity(kinds: ArrayLike<number>, {sources, targets}: Ends): number {
  const ends = new Map<number, number>();
  let alike = 0;
  for (let e = 0; e < sources.length; e++) {
    const [a, b] = [kinds[sources[e]!]!, kinds[targets[e]!]!];
    ends.set(a, (ends.get(a) ?? 0) + 1);
    ends.set(b, (ends.get(b) ?? 0) + 1);
    if (a === b) alike++;
  }
  let expected = 0;
  for (const count of ends.values()) expected += (count / (2 * sources.length)) ** 2;
  return (alike / sources.length - expected) / (1 - expected);
}

/** Returns the correlation of the values at the two ends of a tie, such as their degrees (Newman, 2002). */
export function numericAssortativity(values: ArrayLike<number>, {sources, targets}: Ends): number {
  let [products, sums, squares] = [0, 0, 0];
  for (let e = 0; e < sources.length; e++) {
    const [a, b] = [values[sources[e]!]!, values[targets[e]!]!];
    products += a * b;
    sums += (a + b) / 2;
    squares += (a * a + b * b) / 2;
  }
  const count = sources.length;
  const meanSquared = (sums / count) ** 2;
  return (products / count - meanSquared) / (squares / count - meanSquared);
}
