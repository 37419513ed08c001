import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../error.js";
import {contentOf} from "../archive/contentHash.js";
import {loadStatement, writeParquet} from "../archive/writeTables.js";
import type {ExportedTable, ExportFormat} from "./exportFormat.js";

/** The tables that are also written by state, and the column that names the state. */
const BY_STATE: Record<string, string> = {organizations: "address_state"};

/** Parquet: every table as one file in flat/, and organizations once more in by_state/, one folder a state. */
export const parquetFormat: ExportFormat = {
  summary: "Parquet with Zstandard, flat and partitioned by state",
  carries: ({schema}) => schema === "main",
  async write(warehouse, folder, tables) {
    mkdirSync(join(folder, "flat"));
    for (const table of tables) await writeParquet(warehouse, table, join(folder, flatFile(table)));
    for (const table of tables) {
      const column = BY_STATE[table.table];
      if (!column) continue;
      mkdirSync(join(folder, "by_state"), {recursive: true});
      // More threads would cut a state into a number of files that changes from run to run.
      await warehouse.run("set threads = 1");
      await writeParquet(warehouse, table, join(folder, stateFolder(table)), `, partition_by (${column})`);
      await warehouse.run("reset threads");
    }
    return {layouts: {flat: "flat/<table>.parquet", by_state: "by_state/<table>/<column>=<state>/"}};
  },
  async read(warehouse, folder, tables) {
    for (const table of tables) {
      const column = BY_STATE[table.table];
      if (column) {
        const files = join(folder, stateFolder(table), "*", "*.parquet");
        const options = `, hive_partitioning = true, hive_types = {${column}: varchar}`;
        await warehouse.run(loadStatement(table, files, options));
        const {rows, hash} = await contentOf(warehouse, table);
        if (rows !== table.rows || hash !== table.hash)
          throw new UserError(
            `export is damaged: ${stateFolder(table)} does not hold what ${table.table} held`
          );
        await warehouse.run(`delete from ${table.schema}.${table.table}`);
      }
      await warehouse.run(loadStatement(table, join(folder, flatFile(table))));
    }
  }
};

function flatFile({table}: ExportedTable): string {
  return `flat/${table}.parquet`;
}

function stateFolder({table}: ExportedTable): string {
  return `by_state/${table}`;
}
