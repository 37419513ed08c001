import {UserError} from "../../error.js";
import {readCsv} from "../readCsv.js";
import {readJson} from "../readJson.js";
import {readJsonLines} from "../readJsonLines.js";
import type {FoundRecord} from "../recordSink.js";
import {documentLists} from "./documentLists.js";
import {tableFormat} from "./tableFormat.js";

/** Where the records of a file were found. */
export interface FoundTable {
  /** Such as “csv” or “json facilities”. */
  format: string;
  readCount: number;
}

/**
 * Reads the records of any CSV or JSON file as a stream. In a JSON document they are the elements of the
 * list under the given keys; of the only list of objects, or the longest, where none are given. Throws a
 * UserError that names the lists which exist if it is not among them.
 */
export async function readTable(
  path: string,
  records: string[] | null,
  found: (record: FoundRecord) => void
): Promise<FoundTable> {
  const format = tableFormat(path);
  if (format === "csv") return {format, readCount: await readCsv(path, found)};
  if (format === "json lines") return {format, readCount: await readJsonLines(path, found)};
  const keys = records ?? longestList(path);
  const place = ["*", "{}"].includes(keys.at(-1) ?? "") ? keys : [...keys, "*"];
  const {lists} = await readJson(path, {lists: [{path: place}]}, found);
  if (!lists[0]) throw new UserError(noRecords(path, keys));
  return {format: `json ${place.join(".")}`, readCount: lists[0]};
}

function longestList(path: string): string[] {
  const [longest] = documentLists(path) ?? [];
  return longest?.path ? longest.path.split(".") : [];
}

function noRecords(path: string, keys: string[]): string {
  const lists = documentLists(path) ?? [];
  const names = lists.map((d) => `${d.path || "the document itself"} (${d.recordCount})`).join(", ");
  return `no records in ${path} under ${keys.join(".") || "its root"}; lists of objects in it: ${names || "none"}`;
}
