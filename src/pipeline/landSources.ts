import {land, type LandedFile} from "../sources/land.js";
import type {LandedParts} from "../sources/landedParts.js";
import type {Warehouse} from "../warehouse/open.js";
import {sourceBytes} from "./scratches.js";
import type {SourceFolder} from "./sourceFolder.js";

/** In a file, the records’ own texts take a third of the time and a fifth of the room with the method that the archive has. */
const RECORDS = `create table raw.records (
  record_id integer, source varchar, file varchar, list integer, position integer, line integer, sha256 varchar,
  context varchar, raw varchar using compression zstd, fault varchar, mapped varchar
)`;

/** Fields of the original records that mapping files read. */
const MAPPED_FIELDS = "create table raw.mapped_fields (source varchar, field varchar)";

/** Parts that the records come in, about: enough for staging to follow close behind, and few enough to read together. */
const PARTS = 8;
/** A smaller part takes longer to begin with than to stage. */
const LEAST_PART_BYTES = 4 << 20;

/** Makes the empty tables of landed records, in the attached stage raw. */
export async function createLanding(warehouse: Warehouse): Promise<void> {
  for (const sql of [RECORDS, MAPPED_FIELDS]) await warehouse.run(sql);
}

/**
 * Lands the source files in raw.records, of whose lists only the best is kept where a file holds its records twice,
 * describes them in meta.source_files, and in raw.mapped_fields the fields that their mappings read. The records are
 * handed over in parts, or in one where nothing runs beside it; the parts end even if it throws.
 */
export async function landSources(
  warehouse: Warehouse,
  {folder, isSample}: Pick<SourceFolder, "folder" | "isSample">,
  parts: LandedParts
): Promise<void> {
  try {
    const partBytes =
      warehouse.lanes > 1 ? Math.max(LEAST_PART_BYTES, sourceBytes(folder) / PARTS) : Infinity;
    const files = await land(warehouse, folder, {parts, partBytes});
    for (const file of files) await describe(warehouse, file, isSample);
  } finally {
    parts.end();
  }
}

async function describe(
  warehouse: Warehouse,
  {mappedFields = [], ...file}: LandedFile,
  isSample: boolean
): Promise<void> {
  for (const field of mappedFields)
    await warehouse.run("insert into raw.mapped_fields values ($source, $field)", {
      source: file.source,
      field
    });
  await warehouse.run(
    `insert into meta.source_files values (
       $file, $source, $format, $byteCount::bigint, $sha256, $statedCount::integer, $readCount::integer,
       main.parsed_date($extractionDate::varchar), $isSample
     )`,
    {...file, isSample}
  );
}
