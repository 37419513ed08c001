import type {Warehouse} from "../../warehouse/open.js";

export interface NetworkSummary {
  measures: Array<{measure: string; observed: number}>;
  types: Array<{relationship_type: string; tie_count: number}>;
  brokers: Array<{
    organization_id: string;
    name: string;
    city: string | null;
    state: string | null;
    betweenness: number;
  }>;
}

/** Returns the counts and measures of the network, its kinds of ties and its ten leading brokers. */
export async function summarizeNetwork(warehouse: Warehouse): Promise<NetworkSummary> {
  return {
    measures: await warehouse.rows(
      "select measure, observed from marts.network_measures where null_model = 'none'"
    ),
    types: await warehouse.rows(
      `select relationship_type, count(*)::integer as tie_count from main.networks
       group by all order by tie_count desc, relationship_type`
    ),
    brokers: await warehouse.rows(
      `select organization_id, name, city, state, betweenness from marts.network_removals
       where is_broker order by betweenness desc, place limit 10`
    )
  };
}
