import {join} from "node:path";
import {quotedIdentifier, quotedString} from "@duckdb/node-api";
import {UserError} from "../../error.js";
import {contentOf, quotedTable} from "../archive/contentHash.js";
import type {ExportedTable, ExportFormat} from "./exportFormat.js";

/** Longest record that is read back, in bytes. */
const LONGEST_RECORD = 64 << 20;

const LAYOUTS = {
  json: {extension: "json", write: "array true", read: "array"},
  lines: {extension: "jsonl", write: "array false", read: "newline_delimited"}
};

/**
 * JSON: every table as an array of objects under the plan’s column names, the columns that the plan does not
 * name after those that it does, and again as JSON lines. Lists are arrays and structs are objects.
 */
export const jsonFormat: ExportFormat = {
  summary: "JSON arrays in the plan's shape, and JSON lines",
  carries: ({schema}) => schema === "main",
  async write(warehouse, folder, tables) {
    for (const table of tables)
      for (const layout of Object.values(LAYOUTS))
        await warehouse.run(
          `copy (select ${columnList(table)} from ${quotedTable(table)})
           to ${quotedString(join(folder, `${table.table}.${layout.extension}`))} (format json, ${layout.write})`
        );
    return {layouts: {json: "<table>.json: an array", lines: "<table>.jsonl: one object a line"}};
  },
  async read(warehouse, folder, tables) {
    for (const table of tables) {
      await load(warehouse, folder, table, LAYOUTS.json);
      const {rows, hash} = await contentOf(warehouse, table);
      if (rows !== table.rows || hash !== table.hash)
        throw new UserError(`export is damaged: ${table.table}.json does not hold what ${table.table} held`);
      await warehouse.run(`delete from ${quotedTable(table)}`);
      await load(warehouse, folder, table, LAYOUTS.lines);
    }
  }
};

async function load(
  warehouse: Parameters<ExportFormat["read"]>[0],
  folder: string,
  table: ExportedTable,
  {extension, read}: (typeof LAYOUTS)["json"]
): Promise<void> {
  const types = table.columns.map(({name, type}) => `${quotedIdentifier(name)}: ${quotedString(type)}`);
  await warehouse.run(
    `insert into ${quotedTable(table)} (${columnList(table)}) select ${columnList(table)}
     from read_json(
       ${quotedString(join(folder, `${table.table}.${extension}`))}, format = ${quotedString(read)},
       columns = {${types.join(", ")}}, maximum_object_size = ${LONGEST_RECORD}
     )`
  );
}

function columnList({columns}: ExportedTable): string {
  return columns.map(({name}) => quotedIdentifier(name)).join(", ");
}
