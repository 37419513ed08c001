import {byteStrings, stringAt, type ByteStrings} from "./byteStrings.js";
import type {ListColumn} from "./listColumn.js";
import type {StringField} from "./stringField.js";
import {valueShares} from "./valueShares.js";

/** The two sides of each string, as ids of distinct parts. */
export interface SplitStrings {
  before: Int32Array;
  after: Int32Array;
  beforeShares: Float64Array;
  afterShares: Float64Array;
  strings: ByteStrings;
}

/** Splits each string at the first mark: an e-mail address into mailbox and domain, a web address into host and path. */
export function splitStrings({strings, records}: StringField, mark: string): SplitStrings {
  const ids = new Map<string, number>();
  const idOf = (part: string) => ids.get(part) ?? (ids.set(part, ids.size), ids.size - 1);
  const count = strings.offsets.length - 1;
  const before = new Int32Array(count);
  const after = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const text = stringAt(strings, i);
    const at = text.indexOf(mark);
    before[i] = idOf(at < 0 ? text : text.slice(0, at));
    after[i] = idOf(at < 0 ? "" : text.slice(at + 1));
  }
  const split = {before, after, strings: byteStrings([...ids.keys()])};
  return {
    ...split,
    beforeShares: partShares(records, before, {count: ids.size}),
    afterShares: partShares(records, after, {count: ids.size})
  };
}

/** Counts again how common each part is, records of one entity as one. */
export function recountParts(
  {before, after, beforeShares, afterShares}: SplitStrings,
  {records}: StringField,
  entities: Int32Array
): void {
  beforeShares.set(partShares(records, before, {count: beforeShares.length, entities}));
  afterShares.set(partShares(records, after, {count: afterShares.length, entities}));
}

function partShares(
  {offsets, ids}: ListColumn,
  parts: Int32Array,
  {count, entities}: {count: number; entities?: Int32Array}
): Float64Array {
  return valueShares({offsets, ids: ids.map((id) => parts[id]!)}, count, entities);
}
