import type {FileHandle} from "observablehq:stdlib";
import type {Row} from "./csv.js";

/** The file of a snapshot; in the cells of pages it knows the type of its rows, see src/site/pageTypes.ts. */
export type SnapshotFile<T extends object> = FileHandle & {rows?: T};

/**
 * Returns the rows of a Parquet snapshot as objects: numbers, strings, booleans, and Date for dates and
 * timestamps. Reads without WebAssembly; the reader itself (30 kB) is fetched when it is first needed.
 */
export async function snapshotRows<T extends object = Row>(
  file: SnapshotFile<T>,
  columns?: string[]
): Promise<T[]> {
  const [{parquetReadObjects}, compressors, buffer] = await Promise.all([
    import("npm:hyparquet"),
    zstdCompressors(),
    file.arrayBuffer()
  ]);
  const rows = await parquetReadObjects({file: buffer, compressors, ...(columns && {columns})});
  return rows as T[];
}

/** Returns the one decompressor that snapshots need; all of hyparquet-compressors would be 75 kB more. */
export async function zstdCompressors() {
  const {decompress} = await import("npm:fzstd");
  return {ZSTD: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length))};
}
