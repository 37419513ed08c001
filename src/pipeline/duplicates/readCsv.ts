import {existsSync} from "node:fs";
import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import {messageOf, UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import {csvDialect} from "./csvDialect.js";
import {utf8File} from "./utf8File.js";

/** A CSV file as SQL sees it. */
export interface CsvRelation {
  /** What stands after “from”: columns of text, named as the header says with blanks trimmed. */
  relation: string;
  /** The same with a column row_number, from 1. */
  numbered: string;
  columns: string[];
}

/**
 * Hands the callback a CSV file of any usual encoding, delimiter, quote and escape, to be read while the callback runs.
 * Where that fails with the guessed dialect, the callback is called again with DuckDB’s own guess.
 */
export async function readCsv<T>(
  warehouse: Warehouse,
  path: string,
  use: (file: CsvRelation) => Promise<T>
): Promise<T> {
  if (!existsSync(path)) throw new UserError(`no such file: ${path}; give the path of a CSV file`);
  const file = await utf8File(path);
  try {
    const {delimiter, quote, escape} = csvDialect(file.path);
    const marks = {delim: delimiter, quote, escape};
    const options = Object.entries(marks).map(([name, mark]) => `${name} = ${quotedString(mark)}, `);
    return await relationOf(warehouse, file.path, options.join(""))
      .then(use)
      .catch(async (error: unknown) => {
        if (error instanceof UserError) throw error;
        return use(await relationOf(warehouse, file.path, ""));
      });
  } catch (error) {
    if (error instanceof UserError) throw error;
    const [reason] = messageOf(error).split("\n");
    throw new UserError(`cannot read ${path}: ${reason}; mend the file`, {cause: error});
  } finally {
    file.dispose();
  }
}

async function relationOf(warehouse: Warehouse, path: string, options: string): Promise<CsvRelation> {
  const file = `read_csv(${quotedString(path)}, header = true, all_varchar = true, ${options}strict_mode = false, null_padding = true)`;
  const found = await warehouse.rows<{column_name: string}>(`describe select * from ${file}`);
  const names = found.map(({column_name}) => column_name);
  const columns = names.map((name) => `${quotedIdentifier(name)} as ${quotedIdentifier(name.trim())}`);
  return {
    relation: `(select ${columns.join(", ")} from ${file})`,
    numbered: `(select row_number() over () as row_number, ${columns.join(", ")} from ${file})`,
    columns: names.map((name) => name.trim())
  };
}
