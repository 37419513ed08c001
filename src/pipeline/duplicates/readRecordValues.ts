import {listColumn, type ListColumn} from "../../analysis/duplicates/listColumn.js";
import type {Warehouse} from "../../warehouse/open.js";
import {inSharedMemory} from "../../analysis/sharedMemory.js";
import {readIntegers} from "./readColumns.js";

/** Reads which values each record holds, one list per record and field, into shared memory. */
export async function readRecordValues(
  warehouse: Warehouse,
  fieldCount: number,
  recordCount: number
): Promise<ListColumn[]> {
  const none = new Int32Array();
  const columns: ListColumn[] = [];
  for (let field = 0; field < fieldCount; field++) {
    const [records = none, values = none] = await readIntegers(
      warehouse,
      `select record, value_id from linkage.record_values where field = ${field}`
    );
    columns.push(inSharedMemory(listColumn(records, values, recordCount)));
  }
  return columns;
}
