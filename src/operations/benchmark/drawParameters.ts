import {seededRandom} from "../../analysis/referrals/seededRandom.js";
import type {Parameters, Warehouse} from "../../warehouse/open.js";
import type {BenchmarkQuery} from "./benchmarkQuery.js";

/**
 * Returns sets of parameters drawn at random, with replacement, from the rows of the query’s draw: the same ones
 * for the same data, seed and query. A query without parameters gets as many empty sets.
 */
export async function drawParameters(
  warehouse: Warehouse,
  {name, draw}: BenchmarkQuery,
  {count, seed}: {count: number; seed: number}
): Promise<Parameters[]> {
  if (!draw) return Array.from({length: count}, () => ({}));
  const columns = (await warehouse.columns(draw.text)) as Record<string, Array<string | number>>;
  const available = Object.values(columns)[0]?.length ?? 0;
  if (available === 0) return [];
  const random = seededRandom(
    Array.from(name).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), seed)
  );
  return Array.from({length: count}, () => {
    const row = Math.floor(random() * available);
    return Object.fromEntries(Object.entries(columns).map(([column, values]) => [column, values[row]!]));
  });
}
