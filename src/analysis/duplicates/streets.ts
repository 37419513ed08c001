import type {ByteStrings} from "./byteStrings.js";
import {stringAt} from "./byteStrings.js";
import {listColumn} from "./listColumn.js";
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
  const whole: number[][] = [[], []];
  const named: number[][] = [[], []];
  for (let value = 0; value < valueCount; value++) {
    const words = withoutUnits(order.ids.subarray(order.offsets[value], order.offsets[value + 1]), rows);
    const at = words.findIndex((word, i) => i < 3 && startsWithDigit(strings, word));
    if (at >= 0) numbers[value] = words[at]!;
    for (const [i, word] of words.entries()) {
      const role = rows.roles[word];
      if (role === "suffix") types[value] = word;
      if (role === "direction") directions[value] = word;
      append(whole, value, word);
      if (i !== at && role === "word") append(named, value, word);
    }
  }
  const bags = ([values, words]: number[][]) =>
    wordBags({...rows, values: Int32Array.from(values!), words: Int32Array.from(words!)});
  return {whole: bags(whole), named: bags(named), numbers, types, directions, words: strings};
}

function append([values, words]: number[][], value: number, word: number): void {
  values!.push(value);
  words!.push(word);
}

function wordsInOrder({values, words, positions, valueCount}: StreetRows) {
  const column = listColumn(
    values,
    Int32Array.from(values, (_, i) => i),
    valueCount
  );
  for (let value = 0; value < valueCount; value++)
    column.ids
      .subarray(column.offsets[value], column.offsets[value + 1])
      .sort((a, b) => positions[a]! - positions[b]!);
  return {offsets: column.offsets, ids: column.ids.map((row) => words[row]!)};
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
