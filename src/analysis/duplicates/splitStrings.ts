import {byteStrings, stringAt, type ByteStrings} from "./byteStrings.js";
import type {StringField} from "./stringField.js";
import {valueShares} from "./valueShares.js";

/** The two sides of each string, as ids of distinct parts. */
export interface SplitStrings {
  before: Int32Array;
  after: Int32Array;
  beforeShares: Float64Array;
  afterShares: Float64Array;
  strings: ByteStrings;
  recount(entities: Int32Array): void;
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
  const sharesOf = (parts: Int32Array, entities?: Int32Array) =>
    valueShares({offsets: records.offsets, ids: records.ids.map((id) => parts[id]!)}, ids.size, entities);
  const split: SplitStrings = {
    before,
    after,
    beforeShares: sharesOf(before),
    afterShares: sharesOf(after),
    strings: byteStrings([...ids.keys()]),
    recount(entities) {
      split.beforeShares = sharesOf(before, entities);
      split.afterShares = sharesOf(after, entities);
    }
  };
  return split;
}
