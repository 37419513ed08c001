import {join} from "node:path";
import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import {quotedTable} from "../archive/contentHash.js";
import type {TableColumn} from "../archive/listTables.js";
import type {ExportedTable, ExportFormat} from "./exportFormat.js";

/**
 * What makes a spreadsheet take a cell for a formula, as OWASP lists it (CSV Injection): = + - @, tab, carriage
 * return, line feed, and the full-width forms of the first four.
 */
const FORMULA = "[=+\\-@\\t\\r\\n＝＋－＠]";

/** Types whose text can only be a number, a truth value or a date, and needs neither quotes nor an apostrophe. */
const PLAIN = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*|BOOLEAN|DATE|TIME.*)$/;
const NESTED = /(\[\d*\]|^STRUCT\(.*|^MAP\(.*|^JSON)$/;

/**
 * CSV (RFC 4180, UTF-8): text is always quoted, an absent value is an empty cell without quotes, lists and structs
 * are JSON text. A text that a spreadsheet could take for a formula gets one apostrophe in front, and so does one
 * that has apostrophes before such a character already; taking one away again gives the original in every case.
 */
export const csvFormat: ExportFormat = {
  summary: "CSV that no spreadsheet can take for formulas",
  carries: ({schema}) => schema === "main",
  async write(warehouse, folder, tables) {
    for (const table of tables) {
      const quoted = table.columns
        .filter(({type}) => !PLAIN.test(type))
        .map(({name}) => quotedIdentifier(name));
      await warehouse.run(
        `copy (select ${table.columns.map(written).join(", ")} from ${quotedTable(table)})
         to ${quotedString(file(folder, table))}
         (format csv, header, delimiter ',', quote '"', escape '"', nullstr '' ${
           quoted.length ? `, force_quote (${quoted.join(", ")})` : ""
         })`
      );
    }
    return {
      absent_value: "empty cell without quotes",
      formula_escape:
        "one apostrophe before text that begins with = + - @, a tab or a line break, or with apostrophes before one of those"
    };
  },
  async read(warehouse, folder, tables) {
    for (const table of tables) {
      const names = table.columns.map(({name}) => quotedIdentifier(name));
      const texts = names.map((name) => `${name}: 'varchar'`);
      await warehouse.run(
        `insert into ${quotedTable(table)} (${names.join(", ")}) select ${table.columns.map(restored).join(", ")}
         from read_csv(
           ${quotedString(file(folder, table))}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
           nullstr = '', allow_quoted_nulls = false, parallel = false, columns = {${texts.join(", ")}}
         )`
      );
    }
  }
};

/** Returns the expression that spells a column in CSV. */
function written({name, type}: TableColumn): string {
  const column = quotedIdentifier(name);
  if (PLAIN.test(type)) return column;
  const text = NESTED.test(type) && type !== "JSON" ? `to_json(${column})::varchar` : `${column}::varchar`;
  return `case when regexp_matches(${text}, '^''*${FORMULA}') then '''' || ${text} else ${text} end as ${column}`;
}

/** Returns the expression that reads the column back. */
function restored({name, type}: TableColumn): string {
  const column = quotedIdentifier(name);
  if (PLAIN.test(type)) return `${column}::${type}`;
  const text = `case when regexp_matches(${column}, '^''+${FORMULA}') then ${column}[2:] else ${column} end`;
  if (type === "VARCHAR") return text;
  return NESTED.test(type) ? `(${text})::json::${type}` : `(${text})::${type}`;
}

function file(folder: string, {table}: ExportedTable): string {
  return join(folder, `${table}.csv`);
}
