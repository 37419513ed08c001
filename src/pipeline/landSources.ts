import {land, type LandedFile} from "../sources/land.js";
import type {Warehouse} from "../warehouse/open.js";
import type {SourceFolder} from "./sourceFolder.js";

/** In a file, the records’ own texts take a third of the time and a fifth of the room with the method that the archive has. */
const RECORDS = `create table raw.records (
  record_id integer, source varchar, file varchar, list integer, position integer, line integer, sha256 varchar,
  context varchar, raw varchar using compression zstd, fault varchar, mapped varchar
)`;

/** Fields of the original records that mapping files read. */
const MAPPED_FIELDS = "create table raw.mapped_fields (source varchar, field varchar)";

const BEST_LIST = `delete from raw.records
where (file, list) not in (select (file, min(list)) from raw.records group by file)`;

const FAULTS = `update raw.records
set fault = case when json_valid(raw) then 'not an object: ' || left(raw, 40) else 'malformed JSON' end
where fault is null and not (regexp_matches(raw, '^\\s*\\{') and json_valid(raw))`;

/**
 * Lands the source files in raw.records, of whose lists only the best is kept where a file holds its records twice,
 * describes them in meta.source_files, and in raw.mapped_fields the fields that their mappings read. Returns the number
 * of records.
 */
export async function landSources(
  warehouse: Warehouse,
  {folder, isSample}: Pick<SourceFolder, "folder" | "isSample">
): Promise<number> {
  await warehouse.run(RECORDS);
  const files = await land(warehouse, folder);
  for (const sql of [BEST_LIST, FAULTS, MAPPED_FIELDS]) await warehouse.run(sql);
  for (const file of files) await describe(warehouse, file, isSample);
  return files.reduce((sum, {readCount}) => sum + readCount, 0);
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
