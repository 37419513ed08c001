import {existsSync} from "node:fs";
import {quotedString} from "@duckdb/node-api";
import type {Warehouse} from "../warehouse/open.js";

/** Tables of meta that gather rows from build to build, each with a build_id. */
const GATHERING = ["source_history"];

/** Copies the rows of earlier builds from the published warehouse, if there is one, into this one. */
export async function carryHistory(warehouse: Warehouse, published: string): Promise<void> {
  if (!existsSync(published)) return;
  await warehouse.run(`attach ${quotedString(published)} as published (read_only)`);
  try {
    for (const table of GATHERING) {
      await warehouse.run(
        `insert into meta.${table} by name
         select * from published.meta.${table} where build_id not in (select build_id from meta.builds)
         order by all`
      );
    }
  } finally {
    await warehouse.run("detach published");
  }
}
