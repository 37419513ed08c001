/**
 * Returns u: the random pairs' shares, or, at levels too rare to be met at random, the share that the
 * candidates show, less the matches. No level is taken for rarer than a twentieth of its matches, so that no
 * single agreement is believed without limit.
 */
export function nonMatchShares(
  random: number[],
  seen: number[],
  matched: number[],
  possiblePairs: number
): number[] {
  const drawn = Math.max(1, sum(random));
  const shares = random.map((count, level) => {
    const inAll = Math.max(count < 20 ? 0 : count / drawn, seen[level]! / possiblePairs, count / drawn);
    const ofMatches = matched[level]! / possiblePairs;
    return Math.max(inAll - ofMatches, 0.05 * ofMatches, 0.5 / Math.max(drawn, possiblePairs));
  });
  const total = sum(shares);
  return shares.map((share) => share / total);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
