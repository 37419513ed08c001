import {UserError} from "../../error.js";
import {readCsvHeader} from "../readCsv.js";
import {decoded, type FoundRecord} from "../recordSink.js";
import {isRecord} from "./fieldTexts.js";
import {mapRecord} from "./mapRecord.js";
import type {Mapping} from "./mapping.js";
import {MappingFit} from "./mappingFit.js";
import {type FoundTable, readTable} from "./readTable.js";
import {tableFormat} from "./tableFormat.js";

/**
 * Reads a file’s records as a stream and hands each on with its place in the common staging shape. A record
 * that the mapping cannot place has a fault. Throws a UserError if the mapping does not fit the file.
 */
export async function readMapped(
  path: string,
  mapping: Mapping,
  found: (record: FoundRecord) => void
): Promise<FoundTable> {
  const isCsv = tableFormat(path) === "csv";
  const fit = new MappingFit(mapping, isCsv ? readCsvHeader(path) : []);
  const table = await readTable(path, mapping.records, (record) => {
    const value = parsed(record);
    if (!isRecord(value)) return found({fault: faultOf(value), ...record});
    fit.observe(value);
    found({...mapRecord(mapping, value), ...record});
  });
  if (!table.readCount) throw new UserError(`no records in ${path}; is it the right file?`);
  fit.refuseMisfits();
  return table;
}

/** Returns the top-level keys, as records carry them, that a mapping reads. */
export function mappedKeys({fields}: Mapping): string[] {
  const columns = Array.from(fields.values()).flatMap((rules) => rules.flatMap((rule) => rule.columns));
  const keys = columns.flatMap((column) => [column, column.split(".")[0]!]);
  return Array.from(new Set(keys.flatMap((key) => [key, key.toLowerCase()])));
}

function parsed(record: FoundRecord): unknown {
  try {
    return JSON.parse(record.json ?? decoded(record.bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function faultOf(value: unknown): string {
  return value === undefined ? "malformed JSON" : `not an object: ${JSON.stringify(value).slice(0, 40)}`;
}
