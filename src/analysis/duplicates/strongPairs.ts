/** Returns the positions of the pairs of at least the given weight. */
export function strongPairs(weights: ArrayLike<number>, least: number): number[] {
  const strong: number[] = [];
  for (let i = 0; i < weights.length; i++) if (weights[i]! >= least) strong.push(i);
  return strong;
}
