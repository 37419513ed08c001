import {bagSimilarity} from "./bagSimilarity.js";
import {AT_BEST, type Aspect, type Comparison, type Level} from "./comparison.js";
import {NONE as NONE_GIVEN} from "./listColumn.js";
import {reweighWords} from "./reweighWords.js";
import {OWN, valueShares} from "./valueShares.js";
import {WEIGHT_UNIT, type WordBags} from "./wordBags.js";

const LEVELS: Level[] = [
  {label: "same words", prior: 0.62, byFrequency: "exact"},
  {label: "nearly the same words", prior: 0.12, byFrequency: "bound"},
  {label: "one contains the other, with rare words", prior: 0.08, byFrequency: "bound"},
  {label: "most words, by weight", prior: 0.07, byFrequency: "bound", isPlain: true},
  {label: "one contains the other, with common words", prior: 0.04},
  {label: "over half of the words, by weight", prior: 0.03},
  {label: "a third of the words, by weight", prior: 0.02},
  {label: "some words", prior: 0.012, disagrees: true},
  {label: "different words", prior: 0.004, disagrees: true}
];
/** Expected shares where a text may be a title, which is written alike, or a description, which need not be. */
const TEXT_PRIORS = [0.42, 0.12, 0.08, 0.08, 0.04, 0.06, 0.07, 0.07, 0.06];
const TEXT_LEVELS = LEVELS.map((level, i): Level => ({...level, prior: TEXT_PRIORS[i]!}));
/** Share of records over which one of several names, such as “Outpatient Services”, identifies nobody. */
const COMMON = 0.002;
const [SAME, NEAR, CONTAINED, MOST, PART, HALF, THIRD, SOME, NONE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/**
 * Compares names, titles, authors and other short texts as weighted sets of words. Of several names the
 * best-agreeing two count.
 */
export function compareWords(name: string, aspect: Aspect, field: WordBags): Comparison {
  const last = new Float64Array([1]);
  const {records, only} = field;
  const least = COMMON + 3 / 2 ** (field.rarest / WEIGHT_UNIT);
  const compare = (a: number, b: number) => {
    let best = -1;
    const isMany =
      records.offsets[a + 1]! - records.offsets[a]! + records.offsets[b + 1]! - records.offsets[b]! > 2;
    for (let i = records.offsets[a]!; i < records.offsets[a + 1]!; i++)
      for (let j = records.offsets[b]!; j < records.offsets[b + 1]!; j++) {
        const x = records.ids[i]!;
        const y = records.ids[j]!;
        const common = Math.max(field.shares[x]!, field.shares[y]!);
        const found = wordLevel(field, x, y);
        const level = isMany && common > least ? Math.max(found, THIRD) : found;
        if (best >= 0 && level >= best) continue;
        best = level;
        last[0] = found <= CONTAINED ? common : Math.max(common, 2 ** -(surprise[0]! / WEIGHT_UNIT));
      }
    return best;
  };
  const bound = (a: number, b: number) => {
    const x = only[a]!;
    const y = only[b]!;
    if (x === NONE_GIVEN || y === NONE_GIVEN) return NONE_GIVEN;
    if (x < 0 || y < 0) return compare(a, b);
    if (x !== y) return AT_BEST + NEAR;
    last[0] = field.shares[x]!;
    return SAME;
  };
  const recount = (entities: Int32Array) =>
    field.shares.set(valueShares(records, field.shares.length, entities, OWN));
  return {
    name,
    aspect,
    decides: aspect === "who",
    isCostly: true,
    levels: aspect === "what" ? TEXT_LEVELS : LEVELS,
    compare,
    bound,
    share: () => last[0]!,
    surprise: (a, b) => mostSurprising(field, a, b) / WEIGHT_UNIT,
    recount,
    reweigh: (entities) => reweighWords(field, entities)
  };
}

/** Returns the surprise of the words that the best-agreeing of several names share, 1/64 bit. */
function mostSurprising(field: WordBags, a: number, b: number): number {
  const {offsets, ids} = field.records;
  let most = 0;
  for (let i = offsets[a]!; i < offsets[a + 1]!; i++)
    for (let j = offsets[b]!; j < offsets[b + 1]!; j++)
      most = Math.max(most, bagSimilarity(field, ids[i]!, ids[j]!).surprise);
  return most;
}

/** Surprise of the words shared by the bags compared last, 1/64 bit. */
const surprise = new Float64Array(1);

function wordLevel(field: WordBags, a: number, b: number): number {
  if (a === b) return SAME;
  const overlap = bagSimilarity(field, a, b);
  const {dice, contained, shared} = overlap;
  surprise[0] = overlap.surprise;
  if (dice >= 0.9) return NEAR;
  if (contained >= 0.97 && shared >= 0.8 * field.rarest) return CONTAINED;
  if (dice >= 0.72) return MOST;
  if (contained >= 0.97) return PART;
  if (dice >= 0.52) return HALF;
  if (dice >= 0.33) return THIRD;
  return dice >= 0.15 ? SOME : NONE;
}
