import {AT_BEST, type Aspect, type Comparison, type Level} from "./comparison.js";
import {NONE} from "./listColumn.js";
import type {StringField} from "./stringField.js";
import {valueShares} from "./valueShares.js";

/** Tells how two values agree: the level, and the share of records that agree so on this very value. */
export interface Agreement {
  level: number;
  share: number;
}

interface StringRules {
  name: string;
  aspect: Aspect;
  levels: Level[];
  /** Least expected number of further holders of a value. */
  least?: number;
  /** Fills in the agreement of two different strings. */
  rule(a: number, b: number, agreement: Agreement): void;
  /** Returns the strongest level that two different strings can reach, or −1 where only the rule can tell. */
  best(a: number, b: number): number;
  recountParts?(entities: Int32Array): void;
}

/**
 * Compares lists of strings by the given rule; the strongest agreement counts, and among equally strong ones
 * the rarest value.
 */
export function compareStrings(
  field: StringField,
  {name, aspect, levels, least, rule, best: bestOf, recountParts}: StringRules
): Comparison {
  const {records, only} = field;
  const agreement: Agreement = {level: 0, share: 1};
  const last = new Float64Array([1]);
  const compare = (a: number, b: number) => {
    let best = -1;
    for (let i = records.offsets[a]!; i < records.offsets[a + 1]!; i++)
      for (let j = records.offsets[b]!; j < records.offsets[b + 1]!; j++) {
        const x = records.ids[i]!;
        const y = records.ids[j]!;
        agreement.level = 0;
        agreement.share = x === y ? field.shares[x]! : 1;
        if (x !== y) rule(x, y, agreement);
        if (best < 0 || agreement.level < best || (agreement.level === best && agreement.share < last[0]!)) {
          best = agreement.level;
          last[0] = agreement.share;
        }
      }
    return best;
  };
  const bound = (a: number, b: number) => {
    const x = only[a]!;
    const y = only[b]!;
    if (x === NONE || y === NONE) return NONE;
    if (x < 0 || y < 0) return compare(a, b);
    if (x === y) {
      last[0] = field.shares[x]!;
      return 0;
    }
    const level = bestOf(x, y);
    return level < 0 ? compare(a, b) : AT_BEST + level;
  };
  const recount = (entities: Int32Array) => {
    field.shares.set(valueShares(records, field.shares.length, entities, least));
    recountParts?.(entities);
  };
  return {name, aspect, levels, compare, bound, share: () => last[0]!, recount};
}
