import type {ByteStrings} from "./byteStrings.js";
import {compareStrings} from "./compareStrings.js";
import type {Comparison, Level} from "./comparison.js";
import {editDistance} from "./editDistance.js";
import type {StringField} from "./stringField.js";
import {recountParts, type SplitStrings} from "./splitStrings.js";

const PHONE: Level[] = [
  {label: "same number", prior: 0.75, byFrequency: "exact"},
  {label: "one digit off or two swapped", prior: 0.05, most: 4},
  {label: "same area and exchange", prior: 0.06, disagrees: true},
  {label: "different number", prior: 0.14, disagrees: true}
];
const WEBSITE: Level[] = [
  {label: "same page", prior: 0.62, byFrequency: "exact"},
  {label: "same host", prior: 0.18, byFrequency: "exact"},
  {label: "host spelled alike", prior: 0.04},
  {label: "different host", prior: 0.16, disagrees: true}
];
const EMAIL: Level[] = [
  {label: "same address", prior: 0.6, byFrequency: "exact"},
  {label: "spelled alike", prior: 0.12},
  {label: "same mailbox, other domain", prior: 0.06, byFrequency: "exact"},
  {label: "same domain", prior: 0.07, byFrequency: "exact"},
  {label: "different address", prior: 0.15, disagrees: true}
];

/** Compares telephone numbers of which only digits are left. */
export function comparePhones(name: string, field: StringField): Comparison {
  return compareStrings(field, {
    name,
    aspect: "who",
    levels: PHONE,
    best: () => 1,
    rule: (a, b, agreement) => {
      agreement.level =
        editDistance(field.strings, a, b, 1) <= 1 ? 1 : isSameExchange(field.strings, a, b) ? 2 : 3;
    }
  });
}

/** Compares web addresses: page, then host. */
export function compareWebsites(name: string, field: StringField, hosts: SplitStrings): Comparison {
  const {before, beforeShares, strings} = hosts;
  return compareStrings(field, {
    name,
    aspect: "who",
    levels: WEBSITE,
    best: (a, b) => (before[a] === before[b] ? -1 : 2),
    rule: (a, b, agreement) => {
      const x = before[a]!;
      const y = before[b]!;
      agreement.level = x === y ? 1 : editDistance(strings, x, y, 2) <= 2 ? 2 : 3;
      if (x === y) agreement.share = beforeShares[x]!;
    },
    recountParts: (entities) => recountParts(hosts, field, entities)
  });
}

/** Compares e-mail addresses: whole, spelling, mailbox, domain. */
export function compareEmails(name: string, field: StringField, parts: SplitStrings): Comparison {
  const {before, after, beforeShares, afterShares} = parts;
  return compareStrings(field, {
    name,
    aspect: "who",
    levels: EMAIL,
    best: (a, b) => (before[a] === before[b] || after[a] === after[b] ? -1 : 1),
    rule: (a, b, agreement) => {
      const isMailbox = before[a] === before[b];
      const isDomain = after[a] === after[b];
      if (editDistance(field.strings, a, b, 2) <= 2) agreement.level = 1;
      else agreement.level = isMailbox ? 2 : isDomain ? 3 : 4;
      if (agreement.level === 2) agreement.share = beforeShares[before[a]!]!;
      if (agreement.level === 3) agreement.share = afterShares[after[a]!]!;
    },
    recountParts: (entities) => recountParts(parts, field, entities)
  });
}

function isSameExchange({bytes, offsets}: ByteStrings, a: number, b: number): boolean {
  const length = offsets[a + 1]! - offsets[a]!;
  if (length !== offsets[b + 1]! - offsets[b]!) return false;
  for (let i = 0; i < length - 4; i++) if (bytes[offsets[a]! + i] !== bytes[offsets[b]! + i]) return false;
  return true;
}
