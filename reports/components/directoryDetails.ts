import type {AsyncBuffer, FileMetaData} from "hyparquet";
import {type SnapshotFile, zstdCompressors} from "./snapshotRows.js";

/** Fields that hold text; several values in one are separated, and nested ones are JSON. */
type DetailText =
  | "street"
  | "unit"
  | "city"
  | "state"
  | "zip"
  | "coordinate_precision"
  | "scope"
  | "phone"
  | "phone_extension"
  | "phones"
  | "email"
  | "website"
  | "alternate_names"
  | "operator"
  | "level_of_care"
  | "certification_type"
  | "certification_level"
  | "certifications"
  | "services"
  | "payers"
  | "populations"
  | "languages"
  | "funding_sources"
  | "data_source"
  | "issues"
  | "source_file"
  | "record_sha256"
  | "raw_values"
  | "same_place"
  | "partners"
  | "changes";

/** Every field of an organization that the panel shows, with where it comes from: a row of directory-details.parquet. */
export interface Details extends Record<DetailText, string | null> {
  id: string;
  name: string;
  organization_type: string;
  source: string;
  total_beds: number | null;
  available_beds: number | null;
  is_synthetic: boolean;
  extraction_date: Date | null;
  record_position: number;
  record_line: number | null;
}

/** Enough for the description of the file’s columns and row groups in one request. */
const FIRST_FETCH_BYTES = 1 << 17;

/** Reads single rows of the details: only the file’s description and the row group concerned are fetched. */
export class DetailsReader {
  #opened: Promise<{file: AsyncBuffer; metadata: FileMetaData}> | undefined;

  constructor(private readonly file: SnapshotFile<Details>) {}

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
