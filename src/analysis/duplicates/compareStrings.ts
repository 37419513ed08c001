import type {Aspect, Comparison, Level} from "./comparison.js";
import type {StringField} from "./stringField.js";
import {valueShares} from "./valueShares.js";

/** Tells how two values agree: the level, and the share of records that agree so on this very value. */
export interface Agreement {
  level: number;
  share: number;
}

/**
 * Compares lists of strings by the given rule; the strongest agreement counts, and among equally strong ones
 * the rarest value. The rule is called for two different strings with an Agreement to fill in.
 */
export function compareStrings(
  {name, aspect, levels, least}: {name: string; aspect: Aspect; levels: Level[]; least?: number},
  field: StringField,
  rule: (a: number, b: number, agreement: Agreement) => void,
  recountParts: (entities: Int32Array) => void = () => {}
): Comparison {
  const {records} = field;
  const agreement: Agreement = {level: 0, share: 1};
  let share = 1;
  const compare = (a: number, b: number) => {
    let best = -1;
    for (let i = records.offsets[a]!; i < records.offsets[a + 1]!; i++)
      for (let j = records.offsets[b]!; j < records.offsets[b + 1]!; j++) {
        const [x, y] = [records.ids[i]!, records.ids[j]!];
        agreement.level = 0;
        agreement.share = x === y ? field.shares[x]! : 1;
        if (x !== y) rule(x, y, agreement);
        if (best < 0 || agreement.level < best || (agreement.level === best && agreement.share < share)) {
          best = agreement.level;
          share = agreement.share;
        }
      }
    return best;
  };
  const recount = (entities?: Int32Array) => {
    field.shares = valueShares(records, field.shares.length, entities, least);
    if (entities) recountParts(entities);
  };
  recount();
  return {name, aspect, levels, compare, share: () => share, recount};
}
