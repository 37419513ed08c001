import type {Row, Warehouse} from "../../../warehouse/open.js";
import {dataText, JSON_COLUMNS, TABLES} from "./contender.js";

const BATCH = 20_000;

/** A table’s rows as JSON texts of a list of objects each, some thousand rows at a time. */
export interface TableData {
  table: (typeof TABLES)[number];
  columns: string[];
  batches: string[];
}

/** Reads what the contenders load; lists and structures as JSON text, or as JSON where the reader wants them so. */
export async function readTableData(warehouse: Warehouse, {parsed}: {parsed: boolean}): Promise<TableData[]> {
  const tables: TableData[] = [];
  for (const table of TABLES) {
    const data = await warehouse.columns(dataText(table));
    const columns = Object.keys(data);
    const rowCount = data[columns[0]!]!.length;
    const rowAt = (i: number): Row =>
      Object.fromEntries(
        columns.map((column) => {
          const value = data[column]![i];
          const isText = parsed && JSON_COLUMNS.includes(column) && typeof value === "string";
          return [column, isText ? (JSON.parse(value) as unknown) : value];
        })
      );
    const batches: string[] = [];
    for (let start = 0; start < rowCount; start += BATCH) {
      const length = Math.min(BATCH, rowCount - start);
      batches.push(JSON.stringify(Array.from({length}, (_, i) => rowAt(start + i))));
    }
    tables.push({table, columns, batches});
  }
  return tables;
}
