import {existsSync} from "node:fs";
import {quotedIdentifier} from "@duckdb/node-api";
import {messageOf, UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import {csvDialect} from "./csvDialect.js";
import {utf8File} from "./utf8File.js";

/**
 * Loads a CSV file of any usual encoding, delimiter, quote and escape into a table of text columns, named as
 * the header says with blanks trimmed, and a column row_number from 1. Returns the column names.
 */
export async function loadCsv(warehouse: Warehouse, path: string, table: string): Promise<string[]> {
  if (!existsSync(path)) throw new UserError(`no such file: ${path}; give the path of a CSV file`);
  const file = await utf8File(path);
  try {
    await readInto(warehouse, file.path, table);
  } catch (error) {
    const [reason] = messageOf(error).split("\n");
    throw new UserError(`cannot read ${path}: ${reason}; mend the file`, {cause: error});
  } finally {
    file.dispose();
  }
  const [name, catalog] = table.split(".").reverse();
  const columns = await warehouse.rows<{column: string}>(
    'select column_name as "column" from duckdb_columns() where table_name = $name and database_name = $catalog order by column_index',
    {name: name!, catalog: catalog!}
  );
  for (const {column} of columns) {
    if (column === column.trim()) continue;
    const [from, to] = [quotedIdentifier(column), quotedIdentifier(column.trim())];
    await warehouse.run(`alter table ${table} rename ${from} to ${to}`);
  }
  return columns.map(({column}) => column.trim()).filter((column) => column !== "row_number");
}

/** Reads with the guessed dialect; where that fails, with DuckDB’s own guess. */
async function readInto(warehouse: Warehouse, path: string, table: string): Promise<void> {
  const {delimiter, quote, escape} = csvDialect(path);
  const select = (options: string) => `
    create or replace table ${table} as
    select row_number() over () as row_number, * from read_csv($path, header = true, all_varchar = true, ${options})`;
  try {
    await warehouse.run(
      select(
        "delim = $delimiter, quote = $quote, escape = $escape, strict_mode = false, null_padding = true"
      ),
      {path, delimiter, quote, escape}
    );
  } catch {
    await warehouse.run(select("strict_mode = false, null_padding = true"), {path});
  }
}
