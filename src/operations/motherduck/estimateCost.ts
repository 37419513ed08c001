import {statSync} from "node:fs";
import {type Config, warehousePath} from "../../config.js";
import {readParameters} from "../../config/parameters.js";
import {Warehouse} from "../../warehouse/open.js";
import {workloadQueries} from "./workloadQueries.js";

/** What the estimate was made from and what it comes to; money in USD a month. */
export interface CostEstimate {
  /** Measured: size of the published warehouse, GB (10⁹ bytes). */
  warehouse_gb: number;
  /** What a month’s storage is charged for: the warehouse, and what each sync replaced while it is kept. */
  storage_gb: number;
  /** Measured: how many queries of the workload were run here, and their mean time, seconds. */
  query_count: number;
  mean_query_s: number;
  compute_cu_h: number;
  /** At list price, as if nothing were included. */
  storage_usd: number;
  compute_usd: number;
  /** On the Lite plan, with what it includes. */
  lite_plan_usd: number;
  prices: Record<string, number>;
}

const DAYS_A_MONTH = 30;

/** Estimates what MotherDuck would cost a month, from sizes and times measured here and the price list in sql/parameters. */
export async function estimateCost(config: Config): Promise<CostEstimate> {
  const prices = readParameters("motherduck");
  const price = (name: string) => prices[`motherduck_${name}`]!;
  const warehouse_gb = statSync(warehousePath(config)).size / 1e9;
  const replaced = warehouse_gb * price("syncs_per_month") * (price("failsafe_days") / DAYS_A_MONTH);
  const storage_gb = warehouse_gb + replaced;
  const {count, mean_s} = await measureQueries(config);
  // A Pulse instance is taken to need what this machine does, and no less than the least that is charged.
  const seconds = Math.max(price("minimum_cu_s"), mean_s) * price("queries_per_month");
  const compute_cu_h = seconds / 3600;
  const beyond = (used: number, included: string) => Math.max(0, used - price(included));
  return {
    warehouse_gb,
    storage_gb,
    query_count: count,
    mean_query_s: mean_s,
    compute_cu_h,
    storage_usd: storage_gb * price("storage_usd"),
    compute_usd: compute_cu_h * price("compute_usd"),
    lite_plan_usd:
      price("platform_usd") +
      beyond(storage_gb, "included_storage_gb") * price("storage_usd") +
      beyond(compute_cu_h, "included_compute_h") * price("compute_usd"),
    prices
  };
}

async function measureQueries(config: Config): Promise<{count: number; mean_s: number}> {
  const warehouse = await Warehouse.open(warehousePath(config), {readOnly: true});
  try {
    const queries = await workloadQueries(warehouse);
    let elapsed = 0;
    for (const {sql} of queries) {
      const start = performance.now();
      await warehouse.rows(sql);
      elapsed += performance.now() - start;
    }
    return {count: queries.length, mean_s: queries.length ? elapsed / queries.length / 1000 : 0};
  } finally {
    warehouse.close();
  }
}
