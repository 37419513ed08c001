import type {Warehouse} from "../warehouse/open.js";

/**
 * Runs work that holds large arrays beside the database while DuckDB keeps to a share of its memory limit, such as 4GB:
 * pages that it has read before and holds beyond that are given back. Without a limit nothing changes.
 */
export async function withMemoryShare<T>(
  warehouse: Warehouse,
  {limit, share}: {limit: string | null | undefined; share: number},
  work: () => Promise<T>
): Promise<T> {
  const [, amount, unit] = /^([\d.]+)\s*(\D+)$/.exec(limit ?? "") ?? [];
  if (amount === undefined) return work();
  await warehouse.run(`set memory_limit = '${Number(amount) * share}${unit}'`);
  try {
    return await work();
  } finally {
    await warehouse.run(`set memory_limit = '${limit}'`);
  }
}
