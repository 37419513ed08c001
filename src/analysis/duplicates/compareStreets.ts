import {bagSimilarity} from "./bagSimilarity.js";
import {AT_BEST, type Comparison, type Level} from "./comparison.js";
import {editDistance} from "./editDistance.js";
import {NONE} from "./listColumn.js";
import type {Streets} from "./streets.js";
import {valueShares} from "./valueShares.js";

const LEVELS: Level[] = [
  {label: "same number and street", prior: 0.72, byFrequency: "exact"},
  {label: "same number, street spelled alike", prior: 0.11, byFrequency: "bound"},
  {label: "same street, number not given", prior: 0.04},
  {label: "same number, street partly alike", prior: 0.03},
  {label: "same street, number one digit off", prior: 0.03, disagrees: true, most: -1},
  {label: "other number or street", prior: 0.07, disagrees: true}
];
const [SAME, ALIKE, NO_NUMBER, SAME_NUMBER, NEAR_NUMBER, DIFFERENT] = [0, 1, 2, 3, 4, 5];

/** Compares street addresses: number, name, type and direction; units are ignored. */
export function compareStreets(name: string, field: Streets): Comparison {
  const last = new Float64Array([1]);
  const {records, only} = field.whole;
  const compare = (a: number, b: number) => {
    let best = -1;
    for (let i = records.offsets[a]!; i < records.offsets[a + 1]!; i++)
      for (let j = records.offsets[b]!; j < records.offsets[b + 1]!; j++) {
        const x = records.ids[i]!;
        const y = records.ids[j]!;
        const level = streetLevel(field, x, y);
        if (best < 0 || level < best) {
          best = level;
          last[0] = Math.max(field.whole.shares[x]!, field.whole.shares[y]!);
        }
      }
    return best;
  };
  const bound = (a: number, b: number) => {
    const x = only[a]!;
    const y = only[b]!;
    if (x === NONE || y === NONE) return NONE;
    if (x < 0 || y < 0) return compare(a, b);
    const level = x === y ? SAME : AT_BEST + bestLevel(field.numbers[x]!, field.numbers[y]!);
    if (level % AT_BEST === SAME) last[0] = Math.max(field.whole.shares[x]!, field.whole.shares[y]!);
    return level;
  };
  return {
    name,
    aspect: "where",
    decides: true,
    pinpoints: true,
    levels: LEVELS,
    compare,
    bound,
    share: () => last[0]!,
    recount: (entities) => field.whole.shares.set(valueShares(records, field.whole.shares.length, entities))
  };
}

/** Returns the strongest level that two different addresses of these numbers can reach. */
function bestLevel(x: number, y: number): number {
  if (x === y) return x >= 0 ? SAME : NO_NUMBER;
  return x < 0 || y < 0 ? NO_NUMBER : NEAR_NUMBER;
}

function streetLevel(field: Streets, a: number, b: number): number {
  if (a === b) return SAME;
  const likeness = nameLikeness(field, a, b);
  const x = field.numbers[a]!;
  const y = field.numbers[b]!;
  if (x >= 0 && x === y) {
    if (likeness === 1 && !differs(field.types, a, b) && !differs(field.directions, a, b)) return SAME;
    if (likeness >= 0.75) return ALIKE;
    return likeness >= 0.25 ? SAME_NUMBER : DIFFERENT;
  }
  if (likeness < 0.75) return DIFFERENT;
  if (x < 0 || y < 0) return NO_NUMBER;
  return editDistance(field.words, x, y, 1) <= 1 ? NEAR_NUMBER : DIFFERENT;
}

function nameLikeness({named}: Streets, a: number, b: number): number {
  const {offsets, ids} = named.bags;
  const n = offsets[a + 1]! - offsets[a]!;
  const m = offsets[b + 1]! - offsets[b]!;
  if (!n || !m) return n === m ? 1 : 0;
  let isSame = n === m;
  for (let i = 0; isSame && i < n; i++) isSame = ids[offsets[a]! + i] === ids[offsets[b]! + i];
  if (isSame) return 1;
  const {dice, contained} = bagSimilarity(named, a, b);
  return Math.min(0.99, Math.max(dice, contained >= 0.97 ? 0.75 : 0));
}

function differs(parts: Int32Array, a: number, b: number): boolean {
  return parts[a]! >= 0 && parts[b]! >= 0 && parts[a] !== parts[b];
}
