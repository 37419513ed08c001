import {DuckDBDataChunk, type DuckDBType, type DuckDBValue} from "@duckdb/node-api";
import type {Warehouse} from "../warehouse/open.js";

/** Gives the value of each row, from 0, where an array of them would only be made to be written. */
type ValueOf = (row: number) => DuckDBValue;

/** A column to append: its type and a value for each row. NaN becomes null. */
export type Column = [type: DuckDBType, values: ArrayLike<DuckDBValue> | ValueOf];

const CHUNK = 2048;

/** Appends columns of equal length, the first of them an array, to a table, in the order of its columns. */
export async function appendColumns(
  warehouse: Warehouse,
  table: string,
  columns: [Column & [DuckDBType, ArrayLike<DuckDBValue>], ...Column[]]
): Promise<void> {
  const count = columns[0][1].length;
  const chunk = DuckDBDataChunk.create(columns.map(([type]) => type));
  await warehouse.append(table, (appender) => {
    for (let from = 0; from < count; from += CHUNK) {
      chunk.reset();
      chunk.rowCount = Math.min(CHUNK, count - from);
      for (const [c, [, values]] of columns.entries()) setColumn(chunk, c, {values, from});
      appender.appendDataChunk(chunk);
    }
  });
}

function setColumn(
  chunk: DuckDBDataChunk,
  column: number,
  {values, from}: {values: Column[1]; from: number}
): void {
  const vector = chunk.getColumnVector(column) as ReturnType<typeof chunk.getColumnVector> & {
    items?: unknown;
  };
  const {items, itemCount} = vector;
  // As many numbers of the vector’s own kind are copied as they lie; each by itself would take ten times as long.
  if (isNumbers(values) && isNumbers(items) && items.constructor === values.constructor)
    items.set(values.subarray(from, from + itemCount));
  else for (let i = 0; i < itemCount; i++) vector.setItem(i, valueAt(values, from + i));
  if (items instanceof Float64Array || items instanceof Float32Array)
    for (let i = 0; i < itemCount; i++) if (Number.isNaN(items[i])) vector.setItem(i, null);
  vector.flush();
}

function valueAt(values: Column[1], row: number): DuckDBValue {
  const value = typeof values === "function" ? values(row) : values[row]!;
  return Number.isNaN(value) ? null : value;
}

function isNumbers(values: unknown): values is Int32Array {
  return ArrayBuffer.isView(values) && !(values instanceof DataView);
}
