import {UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";

const NAMES = {
  seed: "network_seed",
  stabilitySeeds: "network_stability_seeds",
  weightChange: "network_stability_weight_change",
  nullRuns: "network_null_runs",
  degreeSwaps: "network_null_degree_swaps",
  lengthSwaps: "network_null_length_swaps",
  lengthClasses: "network_null_length_classes",
  serviceRounds: "network_null_service_rounds",
  betweennessSources: "network_betweenness_sources",
  brokerCount: "network_broker_count"
} as const;

/** How the network is analyzed, as meta.parameters has it. */
export type NetworkSettings = Record<keyof typeof NAMES, number>;

export async function readSettings(warehouse: Warehouse): Promise<NetworkSettings> {
  const rows = await warehouse.rows<{name: string; value: number}>("select name, value from meta.parameters");
  const values = new Map(rows.map(({name, value}) => [name, value]));
  const settings = Object.entries(NAMES).map(([key, name]) => {
    const value = values.get(name);
    if (value === undefined)
      throw new UserError(`no such parameter: ${name}; add it to a file in sql/parameters`);
    return [key, value];
  });
  return Object.fromEntries(settings) as NetworkSettings;
}
