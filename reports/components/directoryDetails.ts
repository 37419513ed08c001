import type {AsyncBuffer, FileMetaData} from "hyparquet";
import type {FileHandle} from "observablehq:stdlib";
import {zstdCompressors} from "./snapshotRows.js";

/** Every field of an organization, with where it comes from. */
export interface Details {
  id: string;
  name: string;
  organization_type: string;
  [field: string]: unknown;
}

/** Enough for the description of the file’s columns and row groups in one request. */
const FIRST_FETCH_BYTES = 1 << 17;

/** Reads single rows of the details: only the file’s description and the row group concerned are fetched. */
export class DetailsReader {
  #opened: Promise<{file: AsyncBuffer; metadata: FileMetaData}> | undefined;

  constructor(private readonly file: FileHandle) {}

  async row(row: number): Promise<Details> {
    const [{parquetReadObjects}, compressors, opened] = await Promise.all([
      import("npm:hyparquet"),
      zstdCompressors(),
      (this.#opened ??= this.#open())
    ]);
    const [details] = await parquetReadObjects({...opened, compressors, rowStart: row, rowEnd: row + 1});
    return details as Details;
  }

  async #open() {
    const {asyncBufferFromUrl, cachedAsyncBuffer, parquetMetadataAsync} = await import("npm:hyparquet");
    // A preview tells the size of the SELECT instead; without one, the reader asks.
    const isPreview = this.file.href.includes("?");
    const size = isPreview ? {} : {byteLength: this.file.size};
    const source = await asyncBufferFromUrl({url: this.file.href, ...size});
    const file = cachedAsyncBuffer(source);
    return {file, metadata: await parquetMetadataAsync(file, {initialFetchSize: FIRST_FETCH_BYTES})};
  }
}
