import {readSqlFile} from "../../warehouse/sqlFile.js";
import type {Warehouse} from "../../warehouse/open.js";
import {naming} from "../../warehouse/models.js";

const FOLDER = "sql/analysis/duplicates/blocking";
const ROUNDS = 3;

/**
 * Fills linkage.pairs with the candidate pairs of all blocking rules. Blocks too large for a rule's budget are
 * divided by further values of their records, twice; what is still too large is compared within a window.
 */
export async function blockPairs(warehouse: Warehouse): Promise<void> {
  await create(warehouse, "refiners");
  await create(warehouse, "atoms", "keys");
  await warehouse.run("create or replace table linkage.found_pairs (a integer, b integer, rules usmallint)");
  for (let round = 1; round <= ROUNDS; round++) {
    await create(warehouse, "blocks");
    await collect(warehouse, "block_pairs");
    if (round === ROUNDS) break;
    await create(warehouse, "refined_keys", "next_keys");
    await warehouse.run("drop table linkage.keys; alter table linkage.next_keys rename to keys");
  }
  await collect(warehouse, "window_pairs");
  await create(warehouse, "pairs");
  await warehouse.run(
    "drop table linkage.found_pairs; drop table linkage.keys; drop table linkage.blocks; drop table linkage.refiners"
  );
}

async function create(warehouse: Warehouse, name: string, table = name): Promise<void> {
  const file = readSqlFile(`${FOLDER}/${name}.sql`);
  await naming(file, () => warehouse.run(`create or replace table linkage.${table} as (${file.text}\n)`));
}

async function collect(warehouse: Warehouse, name: string): Promise<void> {
  const file = readSqlFile(`${FOLDER}/${name}.sql`);
  await naming(file, () => warehouse.run(`insert into linkage.found_pairs by name (${file.text}\n)`));
}
