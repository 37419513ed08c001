import {listColumn, type ListColumn} from "../../analysis/duplicates/listColumn.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readIntegers} from "./readColumns.js";

/** Reads which values each record holds, one list per record and field. */
export async function readRecordValues(
  warehouse: Warehouse,
  fieldCount: number,
  recordCount: number
): Promise<ListColumn[]> {
  const none = new Int32Array();
  const [fields = none, records = none, values = none] = await readIntegers(
    warehouse,
    "select field, record, value_id from linkage.record_values"
  );
  const counts = new Int32Array(fieldCount);
  for (const field of fields) counts[field]!++;
  const parts = Array.from(counts, (count) => ({
    records: new Int32Array(count),
    values: new Int32Array(count),
    next: 0
  }));
  for (let i = 0; i < fields.length; i++) {
    const part = parts[fields[i]!]!;
    part.records[part.next] = records[i]!;
    part.values[part.next++] = values[i]!;
  }
  return parts.map((part) => listColumn(part.records, part.values, recordCount));
}
