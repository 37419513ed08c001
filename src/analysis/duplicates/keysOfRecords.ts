import {IntegerList} from "./integerList.js";
import type {ListColumn} from "./listColumn.js";

/** A field's values by record, and the keys of each value. */
export interface KeyedField {
  values: ListColumn;
  keys: ListColumn;
}

/** Returns the different keys of each record, over all its values of all the fields, in no order. */
export function keysOfRecords(fields: KeyedField[], records: number): ListColumn {
  const offsets = new Int32Array(records + 1);
  const ids = new IntegerList();
  for (let record = 0; record < records; record++) {
    const start = ids.length;
    for (const {values, keys} of fields)
      for (let i = values.offsets[record]!; i < values.offsets[record + 1]!; i++) {
        const value = values.ids[i]!;
        for (let j = keys.offsets[value]!; j < keys.offsets[value + 1]!; j++)
          pushNew(ids, start, keys.ids[j]!);
      }
    offsets[record + 1] = ids.length;
  }
  return {offsets, ids: ids.array().slice()};
}

function pushNew(ids: IntegerList, start: number, id: number): void {
  for (let i = start; i < ids.length; i++) if (ids.at(i) === id) return;
  ids.push(id);
}
