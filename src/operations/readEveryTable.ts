import {quotedIdentifier} from "@duckdb/node-api";
import {messageOf, UserError} from "../error.js";
import type {Warehouse} from "../warehouse/open.js";

/**
 * Reads every value of every table, so that a damaged block is found before the file is published. Throws a
 * UserError that names the table. Returns the number of tables.
 */
export async function readEveryTable(warehouse: Warehouse): Promise<number> {
  const tables = await warehouse.rows<{schema_name: string; table_name: string}>(
    `select schema_name, table_name
    from duckdb_tables()
    where database_name = current_database() and not internal
    order by schema_name, table_name`
  );
  for (const {schema_name, table_name} of tables) {
    const name = `${quotedIdentifier(schema_name)}.${quotedIdentifier(table_name)}`;
    try {
      await warehouse.run(`select bit_xor(hash(t)) from ${name} as t`);
    } catch (error) {
      throw new UserError(`damaged table: ${schema_name}.${table_name}: ${messageOf(error)}`, {cause: error});
    }
  }
  return tables.length;
}
