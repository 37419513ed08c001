import {statSync} from "node:fs";
import {UserError} from "../../error.js";
import {readCsvHeader} from "../readCsv.js";
import {decoded} from "../recordSink.js";
import {type ColumnProfile, ColumnProfiles} from "./columnProfile.js";
import {type DocumentList, documentLists} from "./documentLists.js";
import {isRecord} from "./fieldTexts.js";
import {readTable} from "./readTable.js";
import {tableFormat} from "./tableFormat.js";

/** What is in a CSV or JSON file that nobody has seen. */
export interface Inspection {
  file: string;
  /** Such as “csv” or “json facilities.*”. */
  format: string;
  recordCount: number;
  /** Records that are not objects, or not JSON, or rows with another number of cells than the header. */
  unreadableCount: number;
  /** Where the records lie in a JSON document, as a mapping’s “records” says it; null where it need not. */
  records: string | null;
  /** The lists of objects in a JSON document, the longest first. */
  lists: DocumentList[];
  columns: ColumnProfile[];
}

/**
 * Profiles every record of a CSV or JSON file, as a stream. Of several lists in a JSON document it takes the
 * one under the given keys, or the longest. Throws a UserError if the file is missing, empty or malformed.
 */
export async function inspectFile(file: string, records: string | null = null): Promise<Inspection> {
  const stat = statSync(file, {throwIfNoEntry: false});
  if (!stat?.isFile()) throw new UserError(`no such file: ${file}; give a CSV or JSON file`);
  if (!stat.size) throw new UserError(`empty file: ${file}; fetch it again`);
  const format = tableFormat(file);
  const lists = format === "json" ? (documentLists(file) ?? []) : [];
  const keys = records ?? (lists[0]?.path || null);
  const profiles = new ColumnProfiles(format === "csv" ? readCsvHeader(file) : []);
  let unreadableCount = 0;
  const table = await readTable(file, keys?.split(".") ?? null, ({json, bytes, fault}) => {
    const value = parsed(json ?? decoded(bytes));
    if (isRecord(value)) profiles.observe(value);
    if (fault !== undefined || !isRecord(value)) unreadableCount++;
  });
  return {
    file,
    format: table.format,
    recordCount: table.readCount,
    unreadableCount,
    records: keys,
    lists,
    columns: profiles.list()
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
