import type {ByteStrings} from "./byteStrings.js";
import {stringAt} from "./byteStrings.js";
import {IntegerList} from "./integerList.js";
import type {ListColumn} from "./listColumn.js";
import {wordBags, type WordBags, type WordRows} from "./wordBags.js";

/** Street addresses taken apart, by distinct value; numbers and types are word ids, −1 where absent. */
export interface Streets {
  /** The whole address as a bag of words, without unit. */
  whole: WordBags;
  /** The words of the street's name alone. */
  named: WordBags;
  numbers: Int32Array;
  types: Int32Array;
  directions: Int32Array;
  words: ByteStrings;
}

export interface StreetRows extends WordRows {
  positions: Int16Array | Int32Array;
  /** Role of each word: word, suffix, direction or unit. */
  roles: string[];
}

/**
 * Takes addresses apart into number, name, type and direction; units (“suite 5”) are left out, since one
 * place may be written with and without. The first word with a digit, among the first three, is the number.
 */
export function streets(rows: StreetRows): Streets {
  const {valueCount, strings} = rows;
  const order = wordsInOrder(rows);
  const numbers = new Int32Array(valueCount).fill(-1);
  const types = new Int32Array(valueCount).fill(-1);
  const directions = new Int32Array(valueCount).fill(-1);
  const whole = {values: new IntegerList(), words: new IntegerList()};
  const named = {values: new IntegerList(), words: new IntegerList()};
  for (let value = 0; value < valueCount; value++) {
    const words = withoutUnits(order.ids.subarray(order.offsets[value], order.offsets[value + 1]), rows);
    const at = words.findIndex((word, i) => i < 3 && startsWithDigit(strings, word));
    if (at >= 0) numbers[value] = words[at]!;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const role = rows.roles[word];
      if (role === "suffix") types[value] = word;
      if (role === "direction") directions[value] = word;
      append(whole, value, word);
      if (i !== at && role === "word") append(named, value, word);
    }
  }
  const bags = ({values, words}: ValueWords) =>
    wordBags({...rows, values: values.array(), words: words.array()});
  return {whole: bags(whole), named: bags(named), numbers, types, directions, words: strings};
}

/** Rows of a value and a word. */
type ValueWords = Record<"values" | "words", IntegerList>;

function append({values, words}: ValueWords, value: number, word: number): void {
  values.push(value);
  words.push(word);
}

/** Returns the words of each value by position: rows are put in the order of their positions, then by value. */
function wordsInOrder({values, words, positions, valueCount}: StreetRows): ListColumn {
  const places = startsOf(positions);
  const rows = new Int32Array(values.length);
  for (let row = 0; row < rows.length; row++) rows[places[positions[row]!]!++] = row;
  const offsets = startsOf(values, valueCount);
  const next = offsets.slice();
  const ids = new Int32Array(values.length);
  for (let i = 0; i < rows.length; i++) ids[next[values[rows[i]!]!]!++] = words[rows[i]!]!;
  return {offsets, ids};
}

/** Returns where the entries of each key begin once they are sorted by key, and where the last ones end. */
function startsOf(keys: Int16Array | Int32Array, keyCount = 0): Int32Array {
  let count = keyCount;
  for (let i = 0; i < keys.length; i++) count = Math.max(count, keys[i]! + 1);
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i++) starts[keys[i]! + 1]!++;
  for (let key = 0; key < count; key++) starts[key + 1]! += starts[key]!;
  return starts;
}

function withoutUnits(words: Int32Array, {roles, strings}: StreetRows): number[] {
  const kept: number[] = [];
  for (let i = 0; i < words.length; i++) {
    if (roles[words[i]!] !== "unit") kept.push(words[i]!);
    else if (i + 1 < words.length && isUnitName(stringAt(strings, words[i + 1]!))) i++;
  }
  return kept.length ? kept : [...words];
}

function isUnitName(word: string): boolean {
  return word.length <= 2 || /\d/.test(word);
}

function startsWithDigit({bytes, offsets}: ByteStrings, word: number): boolean {
  return bytes[offsets[word]!]! <= 57;
}
