import {
  DuckDBDoubleVector,
  DuckDBIntegerVector,
  DuckDBUBigIntVector,
  type DuckDBDataChunk
} from "@duckdb/node-api";
import {packedStrings, type ByteStrings} from "../../analysis/duplicates/byteStrings.js";
import type {Warehouse} from "../../warehouse/open.js";

/** Reads a result whose columns are all INTEGER and never null, each as one typed array. */
export async function readIntegers(warehouse: Warehouse, sql: string): Promise<Int32Array[]> {
  let columns: Int32Array[] = [];
  let count = 0;
  for await (const chunk of warehouse.chunks(sql)) {
    const {columnCount, rowCount} = chunk;
    if (!columns.length) columns = Array.from({length: columnCount}, () => new Int32Array(1 << 16));
    for (let c = 0; c < columnCount; c++) {
      const needed = count + rowCount;
      if (columns[c]!.length < needed) columns[c] = grown(columns[c]!, needed);
      columns[c]!.set(integersOf(chunk, c, rowCount), count);
    }
    count += rowCount;
  }
  return columns.map((column) => column.subarray(0, count));
}

/** Returns an INTEGER column of a chunk without copying it. */
export function integersOf(chunk: DuckDBDataChunk, column: number, rowCount = chunk.rowCount): Int32Array {
  const vector = chunk.getColumnVector(column);
  if (!(vector instanceof DuckDBIntegerVector)) throw new TypeError(`column ${column} is not INTEGER`);
  return (vector as unknown as {items: Int32Array}).items.subarray(0, rowCount);
}

/** Reads a result whose first columns are INTEGER and whose others are UBIGINT, none ever null. */
export async function readKeys(
  warehouse: Warehouse,
  sql: string,
  integerCount: number
): Promise<{integers: Int32Array[]; keys: BigUint64Array[]}> {
  const integers = Array.from({length: integerCount}, () => [] as Int32Array[]);
  const keys: BigUint64Array[][] = [];
  for await (const chunk of warehouse.chunks(sql))
    for (let c = 0; c < chunk.columnCount; c++)
      if (c < integerCount) integers[c]!.push(integersOf(chunk, c));
      else (keys[c - integerCount] ??= []).push(keysOf(chunk, c));
  return {
    integers: integers.map((parts) => joined(parts, new Int32Array(lengthOf(parts)))),
    keys: keys.map((parts) => joined(parts, new BigUint64Array(lengthOf(parts))))
  };
}

function keysOf(chunk: DuckDBDataChunk, column: number): BigUint64Array {
  const vector = chunk.getColumnVector(column);
  if (!(vector instanceof DuckDBUBigIntVector)) throw new TypeError(`column ${column} is not UBIGINT`);
  return (vector as unknown as {items: BigUint64Array}).items.subarray(0, chunk.rowCount);
}

function lengthOf(parts: {length: number}[]): number {
  return parts.reduce((sum, {length}) => sum + length, 0);
}

function joined<T extends Int32Array | BigUint64Array | Uint8Array>(parts: T[], whole: T): T {
  let at = 0;
  for (const part of parts) {
    whole.set(part as never, at);
    at += part.length;
  }
  return whole;
}

/** Returns a DOUBLE column of a chunk without copying it; nulls among it hold anything. */
export function doublesOf(chunk: DuckDBDataChunk, column: number): Float64Array {
  const vector = chunk.getColumnVector(column);
  if (!(vector instanceof DuckDBDoubleVector)) throw new TypeError(`column ${column} is not DOUBLE`);
  return (vector as unknown as {items: Float64Array}).items.subarray(0, chunk.rowCount);
}

/** Rows whose texts come as one; their bytes together stay far below what DuckDB holds in one value. */
const BATCH = 8192;

/**
 * Reads the texts of a SELECT of a number and a text, in the order of their numbers, which ascend from 0. DuckDB
 * writes many texts as one value, so that one call crosses into JavaScript where there was one for each text, and
 * none becomes a string there.
 */
export async function readByteStrings(warehouse: Warehouse, select: string): Promise<ByteStrings> {
  const batches = await warehouse.rows<{bytes: Uint8Array; lengths: number[]}>(`
    select
      encode(string_agg(text, '' order by number)) as bytes,
      list(strlen(text)::integer order by number) as lengths
    from (${select}) as texts(number, text)
    group by number // ${BATCH}
    order by number // ${BATCH}`);
  const parts = batches.map(({bytes}) => bytes);
  return packedStrings(
    joined(parts, new Uint8Array(lengthOf(parts))),
    Int32Array.from(batches.flatMap(({lengths}) => lengths))
  );
}

/** Reads a result of one VARCHAR column. */
export async function readStrings(warehouse: Warehouse, sql: string): Promise<string[]> {
  const strings: string[] = [];
  for await (const chunk of warehouse.chunks(sql)) {
    const {rowCount} = chunk;
    const vector = chunk.getColumnVector(0);
    for (let i = 0; i < rowCount; i++) strings.push(vector.getItem(i) as string);
  }
  return strings;
}

function grown(column: Int32Array, needed: number): Int32Array {
  const larger = new Int32Array(Math.max(needed, column.length * 2));
  larger.set(column);
  return larger;
}
