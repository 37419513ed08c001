/**
 * Makes m / u fall, or stay, from the strongest level to the weakest, by pooling neighbours that break the
 * order (pool adjacent violators, Ayer et al. 1955): a stronger agreement must never speak less for a match.
 * Returns new m; u is kept.
 */
export function monotoneLevels(m: number[], u: number[]): number[] {
  const pools: {m: number; u: number; size: number}[] = [];
  for (const [level, share] of m.entries()) {
    let pool = {m: share, u: u[level]!, size: 1};
    for (let last = pools.at(-1); last && pool.m * last.u > last.m * pool.u; last = pools.at(-1)) {
      pools.pop();
      pool = {m: pool.m + last.m, u: pool.u + last.u, size: pool.size + last.size};
    }
    pools.push(pool);
  }
  const ratios = pools.flatMap(({m, u, size}) => Array<number>(size).fill(m / u));
  return ratios.map((ratio, level) => ratio * u[level]!);
}
