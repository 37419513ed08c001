import {existsSync} from "node:fs";
import {quotedString} from "@duckdb/node-api";
import type {Warehouse} from "../../warehouse/open.js";

/** The id of each record’s group in the published warehouse. */
export type EarlierGroup = ReadonlyMap<string, string>;

export interface EarlierGroups {
  clusters: EarlierGroup;
  communities: EarlierGroup;
}

const QUERIES = {
  clusters: {
    needs: ["place_clusters", "cluster_id"],
    sql: `select organization_id, cluster_id as id
      from published.analysis.network_records join published.analysis.place_clusters using (place)`
  },
  communities: {
    needs: ["network_communities", "community_id"],
    sql: `select network_records.organization_id, community_id as id
      from published.analysis.network_records join published.analysis.network_places using (place)
      join published.analysis.network_communities using (community)`
  }
};

/** Reads which cluster and community each record belonged to; none where nothing is published or it knew none. */
export async function readEarlierGroups(warehouse: Warehouse, published: string): Promise<EarlierGroups> {
  if (!existsSync(published)) return {clusters: new Map(), communities: new Map()};
  await warehouse.run(`attach ${quotedString(published)} as published (read_only)`);
  try {
    return {
      clusters: await readGroup(warehouse, QUERIES.clusters),
      communities: await readGroup(warehouse, QUERIES.communities)
    };
  } finally {
    await warehouse.run("detach published");
  }
}

async function readGroup(
  warehouse: Warehouse,
  {needs: [table, column], sql}: {needs: string[]; sql: string}
): Promise<EarlierGroup> {
  const known = await warehouse.rows(
    `from duckdb_columns()
     where database_name = 'published' and schema_name = 'analysis' and table_name = $table and column_name = $column`,
    {table: table!, column: column!}
  );
  if (known.length === 0) return new Map();
  const {organization_id: records = [], id: ids = []} = await warehouse.columns(sql);
  return new Map(records.map((record, i) => [record as string, ids[i] as string]));
}
