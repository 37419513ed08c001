interface Ends {
  sources: ArrayLike<number>;
  targets: ArrayLike<number>;
}

/**
 * Returns how much ties keep to their own kind (Newman, 2003): 1 if all ties join nodes of one kind, 0 if they
 * ignore it, below 0 if they avoid it. NaN where all ends are of one kind. Kinds are whole numbers from 0.
 */
export function assortativity(kinds: ArrayLike<number>, {sources, targets}: Ends): number {
  let most = 0;
  for (let v = 0; v < kinds.length; v++) most = Math.max(most, kinds[v]!);
  const ends = new Float64Array(most + 1);
  let alike = 0;
  for (let e = 0; e < sources.length; e++) {
    const a = kinds[sources[e]!]!;
    const b = kinds[targets[e]!]!;
    ends[a]!++;
    ends[b]!++;
    if (a === b) alike++;
  }
  let expected = 0;
  for (const count of ends) expected += (count / (2 * sources.length)) ** 2;
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
