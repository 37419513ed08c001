import {createHash} from "node:crypto";
import {readdirSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {readParameters} from "../config/parameters.js";
import {UserError} from "../error.js";
import type {Warehouse} from "../warehouse/open.js";
import {fileChunks} from "./fileChunks.js";
import {type HsdsPackage, hsdsPackages} from "./hsds/packages.js";
import {HSDS_KEYS, readPackage} from "./hsds/readPackage.js";
import type {LandedParts} from "./landedParts.js";
import {mappedKeys, readMapped} from "./mapping/readMapped.js";
import {mappingFileOf, readMapping} from "./mapping/readMapping.js";
import {readCsv} from "./readCsv.js";
import {readJson, type Statements} from "./readJson.js";
import {recognize} from "./recognize.js";
import {RecordSink} from "./recordSink.js";
import type {Source} from "./source.js";

const UNRECOGNIZED = "unrecognized";
/** Bytes of a file that are hashed at a time. */
const HASHED_BYTES = 1 << 20;

/** Where a file has its records twice, those of the list that ranks best stay. */
const LESSER_LISTS = `delete from raw.records
where file = $file and list > (select min(list) from raw.records where file = $file)`;

/** What was found in one file. */
export interface LandedFile {
  file: string;
  source: string;
  format: string;
  byteCount: number;
  sha256: string;
  statedCount: number | null;
  readCount: number;
  extractionDate: string | null;
  /** Fields of its records that its mapping reads, where it has one. */
  mappedFields?: string[];
}

/**
 * Lands every file of the folder in raw.records, unmodified, in the order of their names, and returns what was found in each.
 * The records are handed over in parts of at least the given bytes. A file that no source recognises is returned with the source “unrecognized” and no records. Throws a
 * UserError if the folder is missing, holds no source at all, or a file is broken.
 */
export async function land(
  warehouse: Warehouse,
  folder: string,
  {parts, partBytes}: {parts: Pick<LandedParts, "add">; partBytes: number}
): Promise<LandedFile[]> {
  const landed: LandedFile[] = [];
  const largestBytes = readParameters("sources").largest_record_bytes!;
  await warehouse.append("raw.main.records", async (appender) => {
    const sink = new RecordSink(appender, {parts, partBytes, largestBytes});
    const files = sourceFiles(folder);
    const packages = hsdsPackages(folder);
    for (const pack of packages) landed.push(await landPackage(sink, folder, pack));
    const packed = new Set(packages.flatMap((pack) => pack.files));
    const mappings = new Map(files.map((file) => [file, mappingFileOf(file, files)]));
    const used = new Set(mappings.values());
    for (const file of files.filter((name) => !used.has(name) && !packed.has(name))) {
      landed.push(await landFile(sink, folder, {file, mapping: mappings.get(file)!}));
      await sink.endFile(() => warehouse.run(LESSER_LISTS, {file}));
    }
    sink.handOver();
  });
  if (!landed.some(({source}) => source !== UNRECOGNIZED))
    throw new UserError(
      `no source files in ${folder}; it needs any of the files that docs/sources.md lists, or a mapping (workbench help inspect)`
    );
  return landed;
}

/**
 * Returns the names of the files in the folder, in name order. Of subfolders only the files of HSDS packages are
 * sources, and hidden files are none.
 */
export function sourceFiles(folder: string): string[] {
  const stat = statSync(folder, {throwIfNoEntry: false});
  if (!stat?.isDirectory())
    throw new UserError(`no such folder: ${folder}; set WORKBENCH_SOURCES to the folder of source files`);
  const names = readdirSync(folder).filter((name) => !name.startsWith(".") && isFile(join(folder, name)));
  return Array.from(new Set([...names, ...hsdsPackages(folder).flatMap(({files}) => files)])).sort();
}

/** Follows links. */
function isFile(path: string): boolean {
  const stat = statSync(path, {throwIfNoEntry: false});
  if (!stat) throw new UserError(`no such file: ${path}; it is a link that leads nowhere`);
  return stat.isFile();
}

interface SourceFile {
  file: string;
  /** Its mapping file, or null. */
  mapping: string | null;
}

async function landFile(sink: RecordSink, folder: string, {file, mapping}: SourceFile): Promise<LandedFile> {
  const path = join(folder, file);
  const common = {file, byteCount: statSync(path).size, sha256: fileHash(path)};
  const source = mapping ? null : recognize(path);
  const isKnown = mapping !== null || source !== null;
  if (isKnown && common.byteCount === 0)
    throw new UserError(`empty file: ${path}; fetch it again or take it away`);
  const unstated = {...common, statedCount: null, extractionDate: null};
  if (mapping) return {...unstated, ...(await landMapped(sink, join(folder, mapping), path))};
  if (!source) return {...unstated, source: UNRECOGNIZED, format: "", readCount: 0};
  if (!source.csvColumns) return {...common, source: source.name, ...(await landJson(sink, path, source))};
  const readCount = await readCsv(path, (record) => sink.add(source.name, file, record));
  if (!readCount) throw new UserError(`no records in ${path}: it has a header and no rows; fetch it again`);
  return {...unstated, source: source.name, format: "csv", readCount};
}

async function landPackage(sink: RecordSink, folder: string, pack: HsdsPackage): Promise<LandedFile> {
  const file = join(pack.folder, "organizations.csv");
  const hashes: string[] = [];
  for (const part of pack.files) hashes.push(fileHash(join(folder, part)));
  const readCount = await readPackage(folder, pack, (record) => sink.add("hsds", file, record));
  if (!readCount)
    throw new UserError(`no records in the HSDS package of ${join(folder, file)}; fetch it again`);
  return {
    file,
    source: "hsds",
    format: `hsds package of ${pack.files.length} files`,
    byteCount: pack.files.reduce((sum, part) => sum + statSync(join(folder, part)).size, 0),
    sha256: createHash("sha256").update(hashes.join("\n")).digest("hex"),
    statedCount: null,
    readCount,
    extractionDate: null,
    mappedFields: HSDS_KEYS
  };
}

async function landMapped(sink: RecordSink, mappingPath: string, path: string) {
  const mapping = readMapping(mappingPath);
  const {format, readCount} = await readMapped(path, mapping, (record) =>
    sink.add(mapping.source, basename(path), record)
  );
  return {source: mapping.source, format: `${format}, mapped`, readCount, mappedFields: mappedKeys(mapping)};
}

async function landJson(sink: RecordSink, path: string, source: Source) {
  const {statements, lists} = await readJson(path, source, (record) =>
    sink.add(source.name, source.file!, record)
  );
  const best = lists.findIndex((count) => count > 0);
  const names = source.lists!.map((list) => list.path.join("."));
  if (best < 0)
    throw new UserError(`no records in ${path}: sought ${names.join(", ")}; is it the right file?`);
  return {
    format: `json ${names[best]}`,
    statedCount: statedCount(source, statements),
    readCount: lists[best]!,
    extractionDate: statedDate(statements)
  };
}

function statedCount({counts = []}: Source, statements: Statements): number | null {
  const metadata = (statements.metadata ?? {}) as Statements;
  const values = counts.flatMap((key) => [statements[key], metadata[key]]);
  const count = values.find((value): value is number => Number.isInteger(value));
  return count ?? null;
}

function statedDate(statements: Statements): string | null {
  const metadata = (statements.metadata ?? {}) as Statements;
  const keys = ["extraction_date", "extraction_timestamp", "last_updated", "last_update"];
  const date = keys
    .flatMap((key) => [statements[key], metadata[key]])
    .find((value) => typeof value === "string");
  return (date as string | undefined) ?? null;
}

function fileHash(path: string): string {
  const hash = createHash("sha256");
  for (const chunk of fileChunks(path, HASHED_BYTES)) hash.update(chunk);
  return hash.digest("hex");
}
