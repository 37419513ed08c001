/**
 * Splits a total into whole parts in proportion to the weights, by largest remainders (Hamilton’s method):
 * the parts add up to the total. Equal remainders go to the earlier weight.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!sum) return weights.map(() => 0);
  const shares = weights.map((weight) => (total * weight) / sum);
  const parts = shares.map(Math.floor);
  const order = shares
    .map((_, i) => i)
    .sort((i, j) => shares[j]! - parts[j]! - (shares[i]! - parts[i]!) || i - j);
  const rest = total - parts.reduce((a, b) => a + b, 0);
  for (const i of order.slice(0, rest)) parts[i]! += 1;
  return parts;
}
