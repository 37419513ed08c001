import {DuckDBDataChunk, type DuckDBType, type DuckDBValue} from "@duckdb/node-api";
import type {Warehouse} from "../warehouse/open.js";

/** A column to append: its type and a value for each row. NaN becomes null. */
export type Column = [type: DuckDBType, values: ArrayLike<DuckDBValue>];

const CHUNK = 2048;

/** Appends columns of equal length to a table, in the order of its columns. */
export async function appendColumns(warehouse: Warehouse, table: string, columns: Column[]): Promise<void> {
  const types = columns.map(([type]) => type);
  const count = columns[0]![1].length;
  await warehouse.append(table, (appender) => {
    for (let from = 0; from < count; from += CHUNK) {
      const size = Math.min(CHUNK, count - from);
      const chunk = DuckDBDataChunk.create(types, size);
      chunk.setColumns(
        columns.map(([, values]) =>
          Array.from({length: size}, (_, i) => {
            const value = values[from + i]!;
            return Number.isNaN(value) ? null : value;
          })
        )
      );
      appender.appendDataChunk(chunk);
    }
  });
}
