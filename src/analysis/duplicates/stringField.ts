import type {ByteStrings} from "./byteStrings.js";
import {onlyIds, type ListColumn} from "./listColumn.js";
import {valueShares} from "./valueShares.js";

/** The values of a field of codes, telephone numbers or the like: which strings each record holds. */
export interface StringField {
  records: ListColumn;
  /** The string of each record that holds one alone, as onlyIds tells it. */
  only: Int32Array;
  strings: ByteStrings;
  /** Share of the other records that hold the same string. */
  shares: Float64Array;
}

/** Makes a string field of the ids that each record holds; least is the expected number of further holders of a value. */
export function stringField(
  {records, strings}: {records: ListColumn; strings: ByteStrings},
  least?: number
): StringField {
  const shares = valueShares(records, strings.offsets.length - 1, undefined, least);
  return {records, only: onlyIds(records), strings, shares};
}
