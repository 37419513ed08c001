import type {ByteStrings} from "./byteStrings.js";

/**
 * Finds a word that is two others written together, such as “healthcare” for “health” and “care”. Looks for one
 * of the first wholeCount words in whole among pairs of the first partCount in parts; returns the three
 * positions, or undefined.
 */
export function joinedWords(
  strings: ByteStrings,
  whole: Int32Array,
  wholeCount: number,
  parts: Int32Array,
  partCount: number
): [number, number, number] | undefined {
  const {offsets} = strings;
  const length = (word: number) => offsets[word + 1]! - offsets[word]!;
  for (let w = 0; w < wholeCount; w++)
    for (let i = 0; i < partCount; i++)
      for (let j = 0; j < partCount; j++) {
        if (i === j || length(whole[w]!) !== length(parts[i]!) + length(parts[j]!)) continue;
        if (isJoined(strings, whole[w]!, parts[i]!, parts[j]!)) return [w, i, j];
      }
  return undefined;
}

function isJoined({bytes, offsets}: ByteStrings, whole: number, first: number, second: number): boolean {
  let at = offsets[whole]!;
  for (const part of [first, second])
    for (let i = offsets[part]!; i < offsets[part + 1]!; i++) if (bytes[at++] !== bytes[i]) return false;
  return true;
}
