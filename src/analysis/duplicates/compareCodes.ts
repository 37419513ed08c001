import {compareStrings} from "./compareStrings.js";
import type {Comparison, Level} from "./comparison.js";
import {editDistance} from "./editDistance.js";
import type {StringField} from "./stringField.js";
import {OWN} from "./valueShares.js";

const LEVELS: Level[] = [
  {label: "same code", prior: 0.75, byFrequency: "exact"},
  {label: "one edit or two signs swapped", prior: 0.1},
  {label: "two edits", prior: 0.05},
  {label: "different code", prior: 0.1, disagrees: true}
];

/** Compares identifiers, dates and years: equal, one edit, two edits in seven signs or more, different. */
export function compareCodes(name: string, field: StringField): Comparison {
  const {offsets} = field.strings;
  return compareStrings(field, {
    name,
    aspect: "what",
    levels: LEVELS,
    least: OWN,
    best: () => 1,
    rule: (a, b, agreement) => {
      const distance = editDistance(field.strings, a, b, 2);
      const length = Math.min(offsets[a + 1]! - offsets[a]!, offsets[b + 1]! - offsets[b]!);
      if (distance === 1 && length >= 2) agreement.level = 1;
      else agreement.level = distance === 2 && length >= 7 ? 2 : 3;
    }
  });
}
